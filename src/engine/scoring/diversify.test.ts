import { expect, test } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import { diversify } from './diversify.ts';
import { take } from './take.ts';

/** Items of the same tens digit are alike, others are not. */
const bySort = (a: number, b: number): number => (Math.floor(a / 10) === Math.floor(b / 10) ? 1 : 0);
const scored = (...items: number[]) =>
  items.map((item, place) => ({ item: itemIndex(item), score: 10 - place }));
const list = (adventurousness: number): number[] =>
  take(
    diversify({
      candidates: scored(10, 11, 12, 13, 20, 21, 30),
      adventurousness,
      similarity: bySort,
      novelty: () => 0,
    }),
    3,
  ).map(({ item }) => item);

test('keeps the order of the scores at adventurousness 0', () => {
  expect(list(0)).toEqual([10, 11, 12]);
});

test('takes one of each sort at adventurousness 1', () => {
  expect(list(1)).toEqual([10, 20, 30]);
});

test('never grows less diverse as adventurousness grows', () => {
  const sorts = [0, 0.2, 0.4, 0.6, 0.8, 1].map((a) => new Set(list(a).map((item) => Math.floor(item / 10))));
  const counts = sorts.map(({ size }) => size);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect([counts[0], counts[5]]).toEqual([1, 3]);
});

test('lets the novel through: among unlike items it beats a slightly better known one at adventurousness 1', () => {
  const candidates = scored(10, 20, 30, 40);
  const args = { candidates, similarity: bySort, novelty: (item: number) => (item === 30 ? 1 : 0) };
  const chosen = (adventurousness: number): number[] =>
    take(diversify({ ...args, adventurousness }), 2).map(({ item }) => item);
  expect(chosen(0)).toEqual([10, 20]);
  expect(chosen(1)).toEqual([30, 10]);
});

test('keeps each candidate at most once, and ends when there are no more', () => {
  const candidates = scored(10, 11);
  const all = [...diversify({ candidates, adventurousness: 0.5, similarity: bySort, novelty: () => 0 })];
  expect(all.map(({ item }) => Number(item)).sort((a, b) => a - b)).toEqual([10, 11]);
});

test.each([0, 0.7])('passes over what is taken meanwhile (adventurousness %d)', (adventurousness) => {
  const taken = new Set<number>();
  const candidates = scored(10, 11, 20, 30);
  const places = diversify({ candidates, adventurousness, similarity: bySort, novelty: () => 0, taken });
  expect(take(places, 1).map(({ item }) => item)).toEqual([10]);
  taken.add(20);
  expect(
    take(places, 9)
      .map(({ item }) => Number(item))
      .sort((a, b) => a - b),
  ).toEqual([11, 30]);
});
