import { expect, test } from 'vitest';
import { catalogueId } from '../../domain/ids.ts';
import type { HomeReport, ModelFacts } from '../../domain/training.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');
const REPORT: HomeReport = {
  home: 'reference',
  device: 'plain TypeScript',
  threads: 1,
  reason: 'forced',
  calibration: {},
  unavailable: {},
};

test('a training that diverges leaves the model before it, also on the disk, and nothing to go on from', async () => {
  const source = createFakeSource(tasteLog(4));
  const home = createCountingHome();
  let time = 0;
  const session = new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report: REPORT }),
    reopenHome: () => Promise.reject(new Error('no home was lost')),
    now: () => (time += 10),
    yieldTurn: () => Promise.resolve(),
  });
  const train = (config: object): Promise<ModelFacts> =>
    session.train({ catalogue: SHOP, config: { dim: 8, epochs: 3, ...config } }, 1e12, () => {});
  const facts = await train({});
  source.record(4, 'like');
  const ask = { catalogue: SHOP, historyVersion: source.version, k: 8, adventurousness: 0 };
  const feed = await session.feed(ask);
  const [alive, stored] = [home.alive, source.stored.get('model')];
  await expect(train({ initialStddev: 1e30 })).rejects.toMatchObject({
    code: 'training/diverged',
    remedy: expect.stringContaining('Raise the regularisation'),
    detail: { epoch: 1 },
  });
  expect(await session.feed(ask)).toEqual(feed);
  expect(source.stored.get('model')).toBe(stored);
  expect(home.alive).toBe(alive);
  expect(await session.openCatalogue(SHOP)).toEqual({ catalogue: SHOP, model: facts, resumable: null });
  await expect.poll(() => source.stored.has('training')).toBe(false);
});
