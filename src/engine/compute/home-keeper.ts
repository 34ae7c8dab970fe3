import { HomebodyError } from '../../domain/errors.ts';
import type { HomeName, HomeReport } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { ChosenHome } from './choose-home.ts';
import { chooseHome, reportOn } from './choose-home.ts';
import type { HomeProviders } from './home-provider.ts';
import { ask, isUnavailable } from './home-provider.ts';

/** Where to go on when a home cannot be had again, in this order. */
const FALLBACKS: readonly HomeName[] = ['wasm', 'reference'];

/**
 * Puts a new home in the place of one that was lost. `reopen` disposes of the lost home, whose buffers are gone
 * with it, and opens one of the same kind; where that fails, WASM, then the reference. The caller fills the new
 * home from its last checkpoint. Calls while one is under way get the same answer.
 */
export class HomeKeeper {
  readonly #providers: HomeProviders;
  #chosen: ChosenHome;
  #reopening: Promise<ChosenHome> | null = null;

  constructor(providers: HomeProviders, chosen: ChosenHome) {
    this.#providers = providers;
    this.#chosen = chosen;
  }

  get home(): KernelHome {
    return this.#chosen.home;
  }

  get report(): HomeReport {
    return this.#chosen.report;
  }

  /** @throws 'home/unavailable' when not even the reference opens */
  reopen(): Promise<ChosenHome> {
    this.#reopening ??= this.#replace().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #replace(): Promise<ChosenHome> {
    const { home: lost, report } = this.#chosen;
    lost.dispose();
    const unavailable: Partial<Record<HomeName, string>> = { ...report.unavailable };
    for (const name of [lost.name, ...FALLBACKS.filter((fallback) => fallback !== lost.name)]) {
      const home = await ask(this.#providers[name].open);
      if (isUnavailable(home)) {
        unavailable[name] = home.unavailable;
        continue;
      }
      const reason = name === lost.name ? report.reason : 'only';
      this.#chosen = { home, report: reportOn(home, reason, report.calibration, unavailable) };
      return this.#chosen;
    }
    throw new HomebodyError('home/unavailable', 'The compute home was lost and no other opens.', {
      remedy: 'Reload the page.',
      detail: { unavailable },
    });
  }
}

/** Chooses a home and keeps it replaceable. See `chooseHome` for the errors. */
export async function keepHome(...args: Parameters<typeof chooseHome>): Promise<HomeKeeper> {
  return new HomeKeeper(args[1], await chooseHome(...args));
}
