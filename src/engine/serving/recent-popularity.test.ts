import { expect, test } from 'vitest';
import { catalogueId } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { logOf } from '../testing/logs.ts';
import { RecommenderSession } from './session.ts';

const SHOP = catalogueId('shop');
const DAY = 86_400_000;
/** Liked by three long ago, by one and by two on the last day, by one the day before. One item each. */
const LOG = logOf(7, 4, [
  [0, 0, 'like', 10 * DAY],
  [1, 0, 'like', 10 * DAY],
  [2, 0, 'like', 10 * DAY],
  [3, 1, 'like', 20 * DAY],
  [4, 2, 'like', 20 * DAY],
  [5, 2, 'like', 20 * DAY],
  [6, 3, 'like', 19 * DAY],
]);

function visit(source: FakeSource): RecommenderSession {
  const home = createReferenceHome();
  const report = {
    home: 'reference',
    device: 'plain TypeScript',
    threads: 1,
    reason: 'forced',
    calibration: {},
    unavailable: {},
  } as const;
  let time = 0;
  return new RecommenderSession({
    source,
    opening: Promise.resolve({ home, report }),
    reopenHome: async () => ({ home, report }),
    now: () => (time += 10),
    yieldTurn: () => Promise.resolve(),
  });
}

const ask = (session: RecommenderSession, department?: number): Promise<Feed> =>
  session.feed({
    catalogue: SHOP,
    historyVersion: 1,
    k: 4,
    adventurousness: 0,
    ...(department === undefined ? {} : { department }),
  });
const itemsOf = ({ items }: Feed): number[] => items.map(({ item }) => item);

test('who puts recent popularity in charge gets it in the feed and in each department, now and on the next visit', async () => {
  const source = createFakeSource(LOG, { department: Int32Array.of(0, 0, 1, 0) });
  const session = visit(source);
  expect(itemsOf(await ask(session))).toEqual([0, 2, 1, 3]);
  expect(itemsOf(await ask(session, 0))).toEqual([0, 1, 3]);
  await session.train({ catalogue: SHOP, model: 'popularity', config: { halfLifeDays: 1 } }, 1e12, () => {});
  for (const current of [session, visit(source)]) {
    expect(itemsOf(await ask(current))).toEqual([2, 1, 3, 0]);
    expect(itemsOf(await ask(current, 0))).toEqual([1, 3, 0]);
    expect(itemsOf(await ask(current, 1))).toEqual([2]);
  }
});
