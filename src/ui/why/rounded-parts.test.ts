import { describe, expect, test } from 'vitest';
import { roundedParts } from './rounded-parts.ts';

describe('roundedParts', () => {
  test('0.2276, 0.0406 and 0.0088 make 0.277: the smallest remainder is rounded down', () => {
    expect(roundedParts([0.2276, 0.0406, 0.0088], 0.277, 3)).toEqual([0.228, 0.04, 0.009]);
  });

  test('what speaks against it counts too: 0.5004 − 0.1006 + 0.0006 is 0.400', () => {
    expect(roundedParts([0.5004, -0.1006, 0.0006], 0.4004, 3)).toEqual([0.5, -0.101, 0.001]);
  });

  test('a part that needs no rounding keeps its value', () => {
    expect(roundedParts([0.25, 0.125], 0.375, 3)).toEqual([0.25, 0.125]);
  });

  test('nothing has no parts', () => {
    expect(roundedParts([], 0, 3)).toEqual([]);
  });

  test('a thousand parts of a third of a unit add up to 333 units as they are written', () => {
    const parts = Array.from({ length: 1000 }, () => 1 / 3000);
    const written = roundedParts(parts, 1 / 3, 3);
    expect(Math.round(written.reduce((all, one) => all + one, 0) * 1000)).toBe(333);
  });
});
