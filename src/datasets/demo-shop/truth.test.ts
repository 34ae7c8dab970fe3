import { expect, test } from 'vitest';
import { KIND_CODE } from '../../domain/events.ts';
import { createDemoCatalogue } from './catalogue.ts';
import { createDemoInteractions } from './events.ts';
import { regretAtK } from './regret.ts';
import { DEFAULT_DEMO_SEED } from './shape.ts';
import { itemKnn, leaveLastOut, ndcgAt10, popularityOf } from './testing/leave-last-out.ts';
import { demoTruth } from './truth.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
const log = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
const truth = demoTruth(DEFAULT_DEMO_SEED, catalogue);
const itemCount = catalogue.items.length;
const split = leaveLastOut(log);
const popularity = popularityOf(split, itemCount);
const byPopularity = ndcgAt10(split, () => popularity);

test('preferences are positive shares of everything a shopper would pick', () => {
  for (const user of [0, 17, 6399]) {
    const shares = truth.preferences(user);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(truth.affinity(user, 1234)).toBe(shares[1234]);
  }
});

test('the true preference finds the next item at least three times as well as popularity', () => {
  expect(ndcgAt10(split, (user) => truth.preferences(user)) / byPopularity).toBeGreaterThan(3);
});

test('the structure can be learned: item-kNN is at least 1.8 times as good as popularity', () => {
  expect(ndcgAt10(split, itemKnn(split, popularity)) / byPopularity).toBeGreaterThan(1.8);
});

test("most of a shopper's events are in three departments of twelve", () => {
  let sum = 0;
  for (const items of split.known) {
    const counts = new Float64Array(12);
    for (const item of items) counts[catalogue.facts.department[item]!]!++;
    const top = counts.toSorted().reverse();
    sum += (top[0]! + top[1]! + top[2]!) / items.length;
  }
  const share = sum / split.known.length;
  expect(share).toBeGreaterThan(0.65);
  expect(share).toBeLessThan(0.9);
});

/** Shoppers who liked, carted or bought each item, or bought something of each type. */
const takers = Array.from({ length: itemCount }, () => new Set<number>());
const buyers = catalogue.traits.shelves.map(() => new Set<number>());
for (let row = 0; row < log.user.length; row++) {
  const [user, item, kind] = [log.user[row]!, log.item[row]!, log.kind[row]!];
  if (kind !== KIND_CODE.view) takers[item]!.add(user);
  if (kind === KIND_CODE.purchase) buyers[catalogue.traits.shelf[item]!]!.add(user);
}
const common = (a: Set<number>, b: Set<number>): number => [...a].filter((user) => b.has(user)).length;

test('an item and its accessories are taken together more than ten times as often as chance', () => {
  let together = 0;
  let byChance = 0;
  for (let item = 0; item < itemCount; item++) {
    for (const companion of truth.companionsOf(item)) {
      together += common(takers[item]!, takers[companion]!);
      byChance += (takers[item]!.size * takers[companion]!.size) / log.userCount;
    }
  }
  expect(together / byChance).toBeGreaterThan(10);
});

test('types that go together are bought together: lift above 3 for nine pairs in ten', () => {
  const { shelves } = catalogue.traits;
  const lifts = shelves.flatMap(({ type }, row) =>
    (type.goesWith ?? []).map((id) => {
      const other = shelves.findIndex((shelf) => shelf.type.id === id);
      const [a, b] = [buyers[row]!, buyers[other]!];
      return (common(a, b) * log.userCount) / (a.size * b.size);
    }),
  );
  expect(lifts.length).toBeGreaterThan(100);
  expect(lifts.filter((lift) => lift > 3).length / lifts.length).toBeGreaterThan(0.9);
});

test('accessories are of the types that go with the item, and a tent has some', () => {
  const { shelves, shelf } = catalogue.traits;
  const tent = shelves.find(({ type }) => type.id === 'tent')!;
  const types = truth.companionsOf(tent.begin).map((row) => shelves[shelf[row]!]!.type.id);
  expect(new Set(types)).toEqual(new Set(['sleeping-bag', 'sleeping-mat', 'head-torch']));
  const glass = shelves.find(({ type }) => type.id === 'drinking-glass')!;
  expect(truth.companionsOf(glass.begin).length).toBe(4);
  const scissors = shelves.find(({ type }) => type.id === 'scissors')!;
  expect(truth.companionsOf(scissors.begin)).toEqual([]);
});

test('regret falls from popularity to the true preference, which has none', () => {
  const users = Array.from({ length: 100 }, (_, i) => i * 60);
  const best = (scores: Float64Array, user: number): number[] => {
    const open = scores.slice();
    for (const item of split.known[user]!) open[item] = -Infinity;
    return [...open.keys()].sort((a, b) => open[b]! - open[a]!).slice(0, 10);
  };
  const known = (user: number): readonly number[] => split.known[user]!;
  const ofPopularity = regretAtK(truth, users, (user) => best(popularity, user), known, 10);
  const ofTruth = regretAtK(truth, users, (user) => best(truth.preferences(user), user), known, 10);
  expect(ofTruth).toBeCloseTo(0, 9);
  expect(ofPopularity).toBeGreaterThan(0.5);
  expect(ofPopularity).toBeLessThan(1);
});
