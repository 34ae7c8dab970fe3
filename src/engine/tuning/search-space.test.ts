import type { SearchSpace } from '../../domain/tuning.ts';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { drawFrom, gridOf, readSearchSpace } from './search-space.ts';

describe('gridOf', () => {
  test('combines all values, the last name varying fastest, in whatever order the names stand', () => {
    const grid = [
      { a: 'x', b: 1 },
      { a: 'x', b: 3 },
      { a: 'x', b: 5 },
      { a: 'y', b: 1 },
      { a: 'y', b: 3 },
      { a: 'y', b: 5 },
    ];
    const a = { kind: 'choices', values: ['x', 'y'] } as const;
    const b = { kind: 'integers', min: 1, max: 6, step: 2 } as const;
    expect(gridOf({ a, b })).toEqual(grid);
    expect(gridOf({ b, a })).toEqual(grid);
  });

  test('spaces a range evenly, a log-uniform one in its logarithm, with both ends to the last bit', () => {
    const evenly = gridOf({ x: { kind: 'uniform', min: 0.1, max: 0.3, steps: 3 } });
    expect(evenly.map(({ x }) => x)).toEqual([0.1, expect.closeTo(0.2, 12), 0.3]);
    const logs = gridOf({ x: { kind: 'log-uniform', min: 0.001, max: 0.1, steps: 3 } });
    expect(logs.map(({ x }) => x)).toEqual([0.001, expect.closeTo(0.01, 12), 0.1]);
  });

  test("refuses a range without steps and a grid that nobody waits for: 'argument/range'", () => {
    const grid = (space: SearchSpace) => () => gridOf(space);
    expect(grid({ x: { kind: 'uniform', min: 0, max: 1 } })).toThrow(/x must be given with "steps"/);
    const hundred = { kind: 'integers', min: 1, max: 101 } as const;
    expect(grid({ a: hundred, b: hundred })).toThrow(/more than 10000 combinations/);
    expect(grid({ a: { kind: 'integers', min: 0, max: 1e12 } })).toThrow(/at most 10000 integers/);
  });
});

describe('drawFrom', () => {
  const space: SearchSpace = {
    log: { kind: 'log-uniform', min: 1e-4, max: 1 },
    flat: { kind: 'uniform', min: -1, max: 3 },
    whole: { kind: 'integers', min: 2, max: 9, step: 3 },
    word: { kind: 'choices', values: ['x', true, 7] },
  };
  const draws = Array.from({ length: 2000 }, (_, i) => drawFrom(space, createRng(i)));
  const numbers = (name: string): number[] => draws.map((draw) => draw[name] as number);

  test('keeps to the bounds and spreads: half of a log-uniform range below its geometric mean', () => {
    for (const value of numbers('log')) expect(value >= 1e-4 && value <= 1).toBe(true);
    for (const value of numbers('flat')) expect(value >= -1 && value <= 3).toBe(true);
    // 2,000 draws: three standard deviations are 67.
    expect(Math.abs(numbers('log').filter((value) => value < 0.01).length - 1000)).toBeLessThan(67);
    expect(Math.abs(numbers('flat').filter((value) => value < 1).length - 1000)).toBeLessThan(67);
    expect(new Set(numbers('whole'))).toEqual(new Set([2, 5, 8]));
    expect(new Set(draws.map(({ word }) => word))).toEqual(new Set(['x', true, 7]));
  });

  test('is the same for the same seed, and a setting does not move with another beside it', () => {
    expect(drawFrom(space, createRng(5))).toEqual(draws[5]);
    const { flat } = space;
    expect(drawFrom({ flat: flat! }, createRng(5))).toEqual({ flat: draws[5]!['flat'] });
  });
});

test.each([
  [null, /space must be an object/],
  [{}, /at least one setting/],
  [{ x: 3 }, /x must be an object whose kind is/],
  [{ x: { kind: 'normal', min: 0, max: 1 } }, /x must be an object whose kind is/],
  [{ x: { kind: 'choices', values: [] } }, /x must be a list/],
  [{ x: { kind: 'choices', values: [1, 1] } }, /none of them twice/],
  [{ x: { kind: 'choices', values: [Number.NaN] } }, /x must be a list/],
  [{ x: { kind: 'uniform', min: 2, max: 1 } }, /the smaller first/],
  [{ x: { kind: 'uniform', min: 0, max: 1, steps: 1 } }, /integer above 1/],
  [{ x: { kind: 'log-uniform', min: 0, max: 1 } }, /above 0 where it is log-uniform/],
  [{ x: { kind: 'integers', min: 0.5, max: 1 } }, /a range of integers/],
  [{ x: { kind: 'integers', min: 0, max: 4, step: 0 } }, /integer above 0/],
])("readSearchSpace refuses %j: 'argument/range'", (space, message) => {
  expect(() => readSearchSpace(space)).toThrow(expect.objectContaining({ code: 'argument/range' }));
  expect(() => readSearchSpace(space)).toThrow(message);
});
