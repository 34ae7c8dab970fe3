import { HomebodyError } from '../../domain/errors.ts';
import type { HomeChoice, HomeName, HomeReport } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { calibrate } from './calibrate.ts';
import type { HomeProviders, Unavailable } from './home-provider.ts';
import { ask, isUnavailable } from './home-provider.ts';

export interface ChosenHome {
  readonly home: KernelHome;
  readonly report: HomeReport;
}

const REMEDIES: Readonly<Record<HomeName, string>> = {
  webgpu:
    'Leave the choice to Homebody (auto), or choose wasm. WebGPU needs a GPU, its driver and a browser with WebGPU.',
  wasm: 'Leave the choice to Homebody (auto). WebAssembly SIMD needs a browser of 2023 or later.',
  reference: 'Leave the choice to Homebody (auto).',
};

type Missing = Partial<Record<HomeName, string>>;

/**
 * Opens the home that was asked for. With 'auto': the fastest of WebGPU and WASM, measured on a small piece of
 * training; a GPU that the CPU plays is not even tried where there is WASM, and has to beat the reference where
 * there is none; the reference runs alone where there is nothing else. Homes that lose are disposed of. `now`: a monotonic clock, ms.
 * @throws 'home/unavailable' when a forced home does not exist here
 */
export async function chooseHome(
  choice: HomeChoice,
  providers: HomeProviders,
  now: () => number,
): Promise<ChosenHome> {
  return choice === 'auto' ? chooseFastest(providers, now) : openForced(choice, providers);
}

async function openForced(name: HomeName, providers: HomeProviders): Promise<ChosenHome> {
  const home = await ask(providers[name].open);
  if (!isUnavailable(home)) return { home, report: reportOn(home, 'forced', {}, {}) };
  throw new HomebodyError('home/unavailable', `The ${name} home is not available: ${home.unavailable}`, {
    remedy: REMEDIES[name],
    detail: { home: name, reason: home.unavailable },
  });
}

async function chooseFastest(providers: HomeProviders, now: () => number): Promise<ChosenHome> {
  const missing: Missing = {};
  const open = async (name: HomeName): Promise<KernelHome | null> => {
    const home = await ask(providers[name].open);
    if (!isUnavailable(home)) return home;
    missing[name] = home.unavailable;
    return null;
  };

  const wasm = await open('wasm');
  const outlook = await lookAtGpu(providers);
  if (isUnavailable(outlook)) missing.webgpu = outlook.unavailable;
  else if (outlook.isSoftware && wasm)
    return { home: wasm, report: reportOn(wasm, 'software-adapter', {}, missing) };
  const webgpu = isUnavailable(outlook) ? null : await open('webgpu');

  const rival =
    wasm ?? (webgpu && !isUnavailable(outlook) && outlook.isSoftware ? await open('reference') : null);
  const candidates = [webgpu, rival].filter((home) => home !== null);
  const calibration: Partial<Record<HomeName, number>> = {};
  // A GPU is measured also when it is alone: its driver may compute nonsense.
  if (webgpu) {
    for (const home of candidates) await measure(home, now, calibration, missing);
  }
  const working = candidates.filter((home) => missing[home.name] === undefined);
  const [fastest, ...slower] = working.toSorted(
    (a, b) => (calibration[a.name] ?? 0) - (calibration[b.name] ?? 0),
  );
  for (const home of candidates) if (home !== fastest) home.dispose();
  if (fastest) {
    return {
      home: fastest,
      report: reportOn(fastest, slower.length > 0 ? 'fastest' : 'only', calibration, missing),
    };
  }
  const reference = await providers.reference.open();
  if (isUnavailable(reference)) throw new HomebodyError('home/unavailable', reference.unavailable);
  return { home: reference, report: reportOn(reference, 'only', calibration, missing) };
}

async function lookAtGpu({ webgpu }: HomeProviders): Promise<{ isSoftware: boolean } | Unavailable> {
  return webgpu.look ? ask(webgpu.look) : { isSoftware: false };
}

/** A home that fails its calibration is as good as missing. */
async function measure(
  home: KernelHome,
  now: () => number,
  calibration: Partial<Record<HomeName, number>>,
  missing: Missing,
): Promise<void> {
  const result = await ask(async () => ({ ms: await calibrate(home, now) }));
  if (isUnavailable(result)) missing[home.name] = result.unavailable;
  else calibration[home.name] = result.ms;
}

/** What runs, and why. */
export function reportOn(
  home: KernelHome,
  reason: HomeReport['reason'],
  calibration: HomeReport['calibration'],
  unavailable: HomeReport['unavailable'],
): HomeReport {
  return { home: home.name, device: home.device, threads: home.threads, reason, calibration, unavailable };
}
