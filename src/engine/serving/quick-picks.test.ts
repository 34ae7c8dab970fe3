import { describe, expect, test } from 'vitest';
import type { QuickPickArgs } from './quick-picks.ts';
import { quickPicks } from './quick-picks.ts';

/** Twelve items, item 0 the best known; three departments of four. */
const DEPARTMENT = Array.from({ length: 12 }, (_, item) => Math.floor(item / 4));
/** Items stand on a line and are the less alike the farther apart: neighbours 0.75, four apart 0 … down to −1. */
const onALine = (a: number, b: number): number => Math.max(-1, 1 - Math.abs(a - b) / 4);

const picks = (more: Partial<QuickPickArgs> = {}): number[] =>
  quickPicks({
    k: 3,
    popular: Array.from({ length: 12 }, (_, item) => item),
    itemCount: 12,
    passed: [],
    fame: Array.from({ length: 12 }, (_, item) => 1 - item / 12),
    department: DEPARTMENT,
    similarity: onALine,
    taste: null,
    ...more,
  }).map(({ item }) => item);

describe('quick picks', () => {
  test('without a model are the best known of different departments, scored by how well known they are', () => {
    expect(picks({ similarity: null })).toEqual([0, 4, 8]);
    const [, second] = quickPicks({
      k: 2,
      popular: [3, 1, 2],
      itemCount: 4,
      passed: [],
      fame: [0, 0.5, 0.25, 1],
      department: [0, 1, 1, 0],
      similarity: null,
      taste: null,
    });
    expect(second).toEqual({ item: 1, score: 0.5 });
  });

  test('go round the departments again when there are more places than departments', () => {
    expect(picks({ similarity: null, k: 5 })).toEqual([0, 4, 8, 1, 5]);
  });

  test('begin with the best known, then take the farthest from it in a department of its own', () => {
    // −1 to item 0 have items 8 … 11, of which 8 is the best known; of the second department 7 and 4 are 0 to
    // one of the two at most: 4 is 0 to both, 5 is 0.25 to 8.
    expect(picks()).toEqual([0, 8, 4]);
  });

  test('without departments are the farthest from one another', () => {
    expect(picks({ department: DEPARTMENT.map(() => -1) })).toEqual([0, 8, 4]);
    const alike = (a: number, b: number): number => (a % 3 === b % 3 ? 1 : 0);
    expect(picks({ department: DEPARTMENT.map(() => -1), similarity: alike })).toEqual([0, 1, 2]);
  });

  test('do not offer what was passed over, nor begin beside it or in its department', () => {
    // Of the third department 11 is farthest from 0 and 4; then, with one of each, 7 and 8 are 0.25 to the nearest.
    expect(picks({ k: 2, passed: [0, 4] })).toEqual([11, 7]);
  });

  test('once the taste is known begin with the nearest to it and split what is near, not what is far', () => {
    const near = (item: number): number => -Math.abs(item - 20);
    const many = Array.from({ length: 40 }, (_, item) => item);
    // A fifth of the forty are 17 … 23 and, of 16 and 24, the better known. Farthest from 20 is 16, then 23.
    expect(
      picks({ popular: many, itemCount: 40, department: many.map(() => 0), fame: many, taste: near }),
    ).toEqual([20, 16, 23]);
  });

  test('are only of what is known to many: sixteen for each place', () => {
    const many = Array.from({ length: 100 }, (_, item) => item);
    const list = picks({
      popular: many,
      itemCount: 100,
      department: many.map((item) => item),
      fame: many,
      similarity: (a, b) => -Math.abs(a - b) / 100,
    });
    expect(list).toEqual([0, 47, 23]);
  });

  test('are fewer where there are fewer', () => {
    expect(picks({ popular: [5], passed: [] })).toEqual([5]);
    expect(picks({ popular: [5], passed: [5] })).toEqual([]);
  });
});
