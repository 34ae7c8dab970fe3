import type { KernelHome } from '../../kernels/home.ts';
import { isHomeLost } from './home-guard.ts';
import type { TrainingRun } from './training-run.ts';

/** So many homes may be lost before a computation gives up. */
const MOST_LOSSES = 3;

/**
 * A computation that keeps nothing on its home but while it runs: where the home is lost it begins anew on the one in
 * its place, and says so (`FitProgress.recovered`).
 * @throws what `compute` throws; 'home/lost' where there is no other home, or each is lost
 */
export async function onHome<T>(
  home: KernelHome,
  run: TrainingRun,
  compute: (home: KernelHome) => Promise<T>,
): Promise<{ readonly result: T; readonly home: KernelHome }> {
  let current = home;
  for (let losses = 0; ; losses++) {
    try {
      return { result: await compute(current), home: current };
    } catch (error) {
      if (!isHomeLost(error) || !run.reopenHome || losses === MOST_LOSSES) throw error;
      current = await run.reopenHome(current);
      const recovered = { fromEpoch: 0, home: current.name };
      run.onProgress?.({ epoch: 0, fraction: 0, losses: [], home: current.name, recovered });
    }
  }
}
