import { HomebodyError } from '../../domain/errors.ts';
import type { HomeName, HomeReport } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { ChosenHome } from './choose-home.ts';
import { chooseHome, reportOn } from './choose-home.ts';
import type { HomeProviders } from './home-provider.ts';
import { ask, isUnavailable } from './home-provider.ts';

/** Where to go on when a home cannot be had again, in this order. */
const FALLBACKS: readonly HomeName[] = ['wasm', 'reference'];

/** A kind of home that was lost so often is not opened again: a GPU that dies in every pass would end the training. */
const MOST_LOSSES = 2;

/**
 * Puts a new home in the place of one that was lost. `reopen` disposes of the lost home, whose buffers are gone
 * with it, and opens one of the same kind; where that fails, or the kind is lost for the second time, WASM, then
 * the reference, which is always tried. Losses are counted for as long as the keeper lives and nothing resets
 * them: no single success tells a GPU that has recovered from one that dies a pass later. The caller fills the
 * new home from its last checkpoint. Calls while one is under way get the same answer.
 */
export class HomeKeeper {
  readonly #providers: HomeProviders;
  readonly #losses = new Map<HomeName, number>();
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
    this.#losses.set(lost.name, (this.#losses.get(lost.name) ?? 0) + 1);
    const unavailable: Partial<Record<HomeName, string>> = { ...report.unavailable };
    for (const name of [lost.name, ...FALLBACKS.filter((fallback) => fallback !== lost.name)]) {
      const losses = this.#losses.get(name) ?? 0;
      if (losses >= MOST_LOSSES && name !== 'reference') {
        unavailable[name] = `It was lost ${losses} times and is not opened again before a reload.`;
        continue;
      }
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
