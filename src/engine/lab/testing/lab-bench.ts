import { catalogueId } from '../../../domain/ids.ts';
import type { CatalogueId } from '../../../domain/ids.ts';
import type { LabRun, RunProgress, RunRequest } from '../../../domain/lab.ts';
import type { HomeReport } from '../../../domain/training.ts';
import { createRng } from '../../../domain/rng.ts';
import { seededNoise } from '../../privacy/noise-source.ts';
import { RecommenderSession } from '../../serving/session.ts';
import { createCountingHome } from '../../testing/counting-home.ts';
import type { CountingHome } from '../../testing/counting-home.ts';
import { createFakeSource } from '../../testing/fake-source.ts';
import type { FakeSource } from '../../testing/fake-source.ts';
import { tasteLog } from '../../testing/logs.ts';
import { Lab } from '../lab.ts';

export const SHOP: CatalogueId = catalogueId('shop');
export const IALS: Pick<RunRequest, 'model' | 'config'> = {
  model: 'ials',
  config: { dim: 8, epochs: 4 },
};
export const LAST_ITEM: RunRequest['protocol'] = { name: 'leave-one-out', maxUsers: 1000 };

const REPORT: HomeReport = {
  home: 'reference',
  device: 'plain TypeScript',
  threads: 1,
  reason: 'forced',
  calibration: {},
  unavailable: {},
};

export interface LabBench {
  readonly lab: Lab;
  readonly session: RecommenderSession;
  readonly source: FakeSource;
  readonly home: CountingHome;
  /** Homes that were opened after a loss. */
  readonly reopened: CountingHome[];
  /** A run with what is not given as in `IALS`, `LAST_ITEM`, seed 1. Stamps grow by one. */
  readonly start: (
    request?: Partial<RunRequest>,
    onProgress?: (progress: RunProgress) => void,
  ) => Promise<LabRun>;
}

/** A lab over a vault in memory, with a clock of its own; another one over the same source is another visit. */
export function labBench(
  source: FakeSource = createFakeSource(tasteLog(4)),
  yieldTurn: () => Promise<void> = () => Promise.resolve(),
): LabBench {
  const home = createCountingHome();
  const reopened: CountingHome[] = [];
  let time = 0;
  let stamp = 1e12;
  // Slow enough for a report from every pass.
  const now = (): number => (time += 5);
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report: REPORT }),
    reopenHome: async () => {
      const next = createCountingHome();
      reopened.push(next);
      return { home: next, report: { ...REPORT, reason: 'only' } };
    },
    now,
    yieldTurn,
  });
  const lab = new Lab({ session, source, now, yieldTurn, noise: seededNoise(createRng(99)) });
  return {
    lab,
    session,
    source,
    home,
    reopened,
    start: (request = {}, onProgress = () => {}) =>
      lab.start({ catalogue: SHOP, ...IALS, protocol: LAST_ITEM, seed: 1, ...request }, ++stamp, onProgress),
  };
}
