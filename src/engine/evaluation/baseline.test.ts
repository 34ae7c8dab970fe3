import type { Protocol } from '../../domain/evaluation.ts';
import { describe, expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { rowColumns } from '../interactions/csr.ts';
import { IALS } from '../models/ials.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { SLIST } from '../models/slist.ts';
import type { LogRow } from '../testing/logs.ts';
import { logOf, tasteLog } from '../testing/logs.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { atOnce } from '../training/steps.ts';
import { evaluateFullRanking } from './full-ranking.ts';
import { meansOf } from './figures.ts';
import type { PartFigures } from './rank-part.ts';
import { rankPart } from './rank-part.ts';
import type { EvaluationPart } from './splits/evaluation-part.ts';
import { partMakers } from './splits/part-makers.ts';

const pacer = (): Pacer => new Pacer(testRun());
const rank = (model: Recommender, part: EvaluationPart): Promise<PartFigures> =>
  rankPart(model, part, { auc: true }, pacer());

const PROTOCOLS: readonly Protocol[] = [
  { name: 'leave-one-out', maxUsers: Infinity },
  { name: 'temporal', testShare: 0.2 },
  { name: 'k-fold', folds: 3 },
  { name: 'strong', testShare: 0.25 },
];

/** The same figures by plain counting, from the pairs alone. */
function countedByHand({ train, known, users, heldOut }: EvaluationPart) {
  const likers = Array<number>(train.columnCount).fill(0);
  let active = 0;
  for (let user = 0; user < train.rowCount; user++) {
    const row = rowColumns(train, user);
    active += row.length > 0 ? 1 : 0;
    row.forEach((item, e) => (likers[item]! += train.weights[train.offsets[user]! + e]! > 0 ? 1 : 0));
  }
  const order = likers.map((_, item) => item).sort((a, b) => likers[b]! - likers[a]! || a - b);
  const shown = new Set<number>();
  const columns = {
    hitRateAt10: [] as number[],
    ndcgAt10: [] as number[],
    precisionAt10: [] as number[],
    mrrAt10: [] as number[],
    auc: [] as number[],
    popularityAt10: [] as number[],
    noveltyAt10: [] as number[],
  };
  users.forEach((user, i) => {
    const seen = new Set(rowColumns(known, user));
    const wanted = [...heldOut.items.subarray(heldOut.offsets[i]!, heldOut.offsets[i + 1]!)];
    const list = order.filter((item) => !seen.has(item));
    const top = list.slice(0, 10);
    top.forEach((item) => shown.add(item));
    const places = top.flatMap((item, place) => (wanted.includes(item) ? [place] : []));
    const discount = (place: number): number => 1 / Math.log2(place + 2);
    const best = wanted.slice(0, 10).reduce((sum, _, place) => sum + discount(place), 0);
    columns.hitRateAt10.push(places.length > 0 ? 1 : 0);
    columns.ndcgAt10.push(places.reduce((sum, place) => sum + discount(place), 0) / best);
    columns.precisionAt10.push(places.length / 10);
    columns.mrrAt10.push(places.length > 0 ? 1 / (places[0]! + 1) : 0);
    const others = list.filter((item) => !wanted.includes(item));
    let right = 0;
    for (const a of wanted)
      for (const b of others) right += likers[a]! > likers[b]! ? 1 : likers[a] === likers[b] ? 0.5 : 0;
    columns.auc.push(right / (wanted.length * others.length));
    columns.popularityAt10.push(top.reduce((sum, item) => sum + likers[item]!, 0) / 10);
    columns.noveltyAt10.push(
      top.reduce((sum, item) => sum - Math.log2(Math.max(1, likers[item]!) / active), 0) / 10,
    );
  });
  return { columns, coverageAt10: shown.size / train.columnCount };
}

describe.each(PROTOCOLS)('$name', (protocol) => {
  const parts = partMakers(protocol, tasteLog(6, 120, 200, 6000), 5).map((make) => atOnce(make()));

  test('popularity gives exactly what counting gives, user by user', async () => {
    for (const part of parts) {
      const model = new Popularity();
      await model.fit(part.train, testRun());
      const { values, coverageAt10 } = await rank(model, part);
      const counted = countedByHand(part);
      const found = Object.fromEntries(
        Object.keys(counted.columns).map((name) => [name, [...values[name as keyof typeof values]]]),
      );
      expect(counted.columns.hitRateAt10.some((hit) => hit === 1)).toBe(true);
      expect(counted.columns.hitRateAt10.some((hit) => hit === 0)).toBe(true);
      expect(found).toEqual(counted.columns);
      expect(coverageAt10).toBe(counted.coverageAt10);
    }
  });

  test('iALS beats popularity on users of four tastes', async () => {
    const [part] = parts;
    const home = createReferenceHome();
    const model = IALS.create({ dim: 8, regularisation: 0.05 }, home);
    await model.fit(part!.train, testRun(), part!.sequences);
    const popularity = new Popularity();
    popularity.count(part!.train);
    const [ours, theirs] = [await rank(model, part!), await rank(popularity, part!)];
    expect(meansOf(ours.values).ndcgAt10).toBeGreaterThan(1.2 * meansOf(theirs.values).ndcgAt10);
    expect(meansOf(ours.values).auc).toBeGreaterThan(meansOf(theirs.values).auc);
    model.release();
  });
});

test('equals the figures of the page on a leave-one-out split, to the last digit', async () => {
  const [make] = partMakers({ name: 'leave-one-out', maxUsers: Infinity }, tasteLog(6), 5);
  const part = atOnce(make!());
  const model = new Popularity();
  model.count(part.train);
  const split = { users: part.users, heldOut: part.heldOut.items };
  const page = await evaluateFullRanking(model, part.train, split, pacer());
  const { values, coverageAt10 } = await rank(model, part);
  expect({ ...meansOf(values), coverageAt10 }).toMatchObject(page);
});

test('unseen users are folded in with the order of what is known: the next in a row of 12 comes first', async () => {
  // Everybody goes on from where they are, round a ring of items; what comes next is plain from the order alone.
  const rows = Array.from({ length: 60 * 6 }, (_, i): LogRow => {
    const user = Math.floor(i / 6);
    return [user, (user + (i % 6)) % 12, 'like', i];
  });
  const log = logOf(60, 12, rows);
  const model = SLIST.create({ sourceDecay: 4, targetDecay: 4, queryDecay: 4 }, createReferenceHome());
  await model.fit(buildCsr(log), testRun(), sequencesOf(log));
  const firstOf = async (...order: number[]): Promise<number> => {
    const history = logOf(
      1,
      12,
      order.map((item, at): LogRow => [0, item, 'like', at]),
    );
    const part: EvaluationPart = {
      train: buildCsr(log),
      sequences: sequencesOf(log),
      users: Int32Array.of(0),
      heldOut: { offsets: Int32Array.of(0, 1), items: Int32Array.of(order.at(-1) === 3 ? 4 : 11) },
      known: buildCsr(history),
      knownOrder: sequencesOf(history),
      candidates: null,
    };
    return (await rank(model, part)).values.mrrAt10[0]!;
  };
  expect(await firstOf(10, 3)).toBe(1);
  expect(await firstOf(3, 10)).toBe(1);
});

test("a model that cannot fold in is refused for unseen users: 'model/unsupported'", async () => {
  const [make] = partMakers({ name: 'strong', testShare: 0.25 }, tasteLog(6), 5);
  const part = atOnce(make!());
  const model = IALS.create({ dim: 4, epochs: 1 }, createReferenceHome());
  await model.fit(part.train, testRun());
  // The prototype's method is hidden on this one object.
  Object.defineProperty(model, 'foldIn', { value: undefined });
  await expect(rank(model, part)).rejects.toMatchObject({ code: 'model/unsupported' });
  model.release();
});
