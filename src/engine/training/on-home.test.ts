import { describe, expect, test, vi } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { EASE } from '../models/ease.ts';
import { BPR } from '../models/bpr.ts';
import { GMF } from '../models/gmf.ts';
import { MF } from '../models/mf.ts';
import { NEUMF } from '../models/neumf.ts';
import type { Recommender, RecommenderKind } from '../models/recommender.ts';
import { SLIST_FACTORISED } from '../models/slist-factorised.ts';
import { SLIST } from '../models/slist.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { TrainingRun } from './training-run.ts';

const log = tasteLog(4);
const fit = async (model: Recommender, more: Parameters<typeof testRun>[0]) =>
  model.fit(buildCsr(log), testRun(more, 20), sequencesOf(log));

describe.each([
  ['EASE', EASE],
  ['SLIST', SLIST],
  ['SLIST factorised', SLIST_FACTORISED],
] as readonly [string, RecommenderKind<object>][])('%s on a home that is lost within the fit', (_, kind) => {
  /** Loses the home when its buffers are in use. */
  const losing = (): { home: ReturnType<typeof createCountingHome>; yieldTurn: () => Promise<void> } => {
    const home = createCountingHome();
    const yieldTurn = async (): Promise<void> => {
      if (home.alive > 2) home.lose();
    };
    return { home, yieldTurn };
  };

  test('begins anew on the one in its place, with the same answer', async () => {
    const { home, yieldTurn } = losing();
    const other = createCountingHome();
    const model = kind.create({}, home);
    const report = await fit(model, { yieldTurn, reopenHome: async () => other });
    expect(report.home).toBe(other);
    expect([home.alive, other.alive]).toEqual([0, 0]);
    const plain = kind.create({}, createReferenceHome());
    await fit(plain, {});
    expect(model.save(true)).toEqual(plain.save(true));
  });

  test("fails with 'home/lost' where there is no other, and stays as it was", async () => {
    const { home, yieldTurn } = losing();
    const model = kind.create({}, home);
    await expect(fit(model, { yieldTurn })).rejects.toMatchObject({ code: 'home/lost' });
    expect([model.itemCount, home.alive]).toEqual([0, 0]);
  });
});

describe.each([
  ['BPR', BPR, { epochs: 2 }],
  ['MF', MF, { epochs: 2 }],
  ['GMF', GMF, { epochs: 2 }],
  ['NeuMF', NEUMF, { epochs: 1, dim: 4, hiddenLayers: 1, batchSize: 512 }],
] as readonly [string, RecommenderKind<object>, object][])(
  '%s on a home that is lost after its first epoch began',
  (_, kind, config) => {
    test('begins anew on the one in its place, says so, and ends with the same answer', async () => {
      const [home, other] = [createCountingHome(), createCountingHome()];
      const onProgress = vi.fn<NonNullable<TrainingRun['onProgress']>>(({ fraction, recovered }) => {
        if (fraction > 0 && !recovered) home.lose();
      });
      const model = kind.create(config, home);
      const report = await fit(model, { onProgress, reopenHome: async () => other });
      expect(report.home).toBe(other);
      expect(home.alive).toBe(0);
      const recovered = { fromEpoch: 0, home: 'reference' };
      expect(onProgress).toHaveBeenCalledWith(expect.objectContaining({ epoch: 0, fraction: 0, recovered }));
      const plain = kind.create(config, createReferenceHome());
      await fit(plain, {});
      expect(model.save(true)).toEqual(plain.save(true));
      model.release();
      expect(other.alive).toBe(0);
    });
  },
);
