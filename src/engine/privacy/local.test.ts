import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { estimateCounts, noisyCount, randomisedResponse } from './local.ts';

const ROUNDS = 40_000;

describe('randomised response', () => {
  test.each([
    [2, Math.log(3)],
    [5, 1],
    [10, 4],
  ])(
    '%i choices, ε %f: no answer is more than e^ε as likely by one truth as by another',
    (choices, epsilon) => {
      const rng = createRng(choices);
      const share = (truth: number): number[] => {
        const counts = Array.from({ length: choices }, () => 0);
        for (let i = 0; i < ROUNDS; i++) counts[randomisedResponse(truth, choices, epsilon, rng)]! += 1;
        return counts.map((count) => count / ROUNDS);
      };
      const [first, second] = [share(0), share(1)];
      const keep = Math.exp(epsilon) / (Math.exp(epsilon) + choices - 1);
      const turn = (1 - keep) / (choices - 1);
      const error = 4 * Math.sqrt(0.25 / ROUNDS);
      expect(Math.abs(first[0]! - keep)).toBeLessThan(error);
      expect(Math.abs(second[0]! - turn)).toBeLessThan(error);
      expect(keep / turn).toBeCloseTo(Math.exp(epsilon), 9);
    },
  );

  test('by hand: ε = ln 3 keeps three answers of four; 60 of 100 reported are 70 in truth', () => {
    const [no, yes] = estimateCounts([40, 60], Math.log(3));
    expect(no!.count).toBeCloseTo(30, 9);
    expect(yes!.count).toBeCloseTo(70, 9);
    expect(yes!.standardError).toBeCloseTo(Math.sqrt(100 * 0.75 * 0.25) / 0.5, 9);
  });

  test('estimates have no bias and the error that they say', () => {
    const rng = createRng(2);
    const truth = [300, 150, 50];
    const rounds = 400;
    let [sum, squares, said] = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      const reported = [0, 0, 0];
      truth.forEach((count, answer) => {
        for (let i = 0; i < count; i++) reported[randomisedResponse(answer, 3, 1, rng)]! += 1;
      });
      const { count, standardError } = estimateCounts(reported, 1)[2]!;
      sum += count;
      squares += (count - 50) ** 2;
      said += standardError;
    }
    const error = Math.sqrt(squares / rounds);
    expect(Math.abs(sum / rounds - 50)).toBeLessThan((4 * error) / Math.sqrt(rounds));
    expect(error / (said / rounds)).toBeGreaterThan(0.85);
    expect(error / (said / rounds)).toBeLessThan(1.15);
  });
});

describe('a noisy count', () => {
  test.each([
    [1, 1],
    [0.2, 1],
    [1, 3],
  ])(
    'ε %f, sensitivity %i: whole, no bias, its probabilities fall by e^(ε/sensitivity)',
    (epsilon, sensitivity) => {
      const rng = createRng(5);
      const ratio = Math.exp(-epsilon / sensitivity);
      const counts = new Map<number, number>();
      let sum = 0;
      for (let i = 0; i < ROUNDS; i++) {
        const noise = noisyCount(1000, epsilon, rng, sensitivity) - 1000;
        counts.set(noise, (counts.get(noise) ?? 0) + 1);
        sum += noise;
      }
      const variance = (2 * ratio) / (1 - ratio) ** 2;
      expect(Math.abs(sum / ROUNDS)).toBeLessThan(4 * Math.sqrt(variance / ROUNDS));
      for (const k of [-2, -1, 0, 1, 2]) {
        const expected = ((1 - ratio) / (1 + ratio)) * ratio ** Math.abs(k);
        const found = (counts.get(k) ?? 0) / ROUNDS;
        expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected / ROUNDS));
      }
      expect([...counts.keys()].every(Number.isInteger)).toBe(true);
    },
  );
});

test.each([
  ['epsilon', () => noisyCount(1, 0, createRng(1))],
  ['count', () => noisyCount(1.5, 1, createRng(1))],
  ['sensitivity', () => noisyCount(1, 1, createRng(1), 0)],
  ['choices', () => randomisedResponse(0, 1, 1, createRng(1))],
  ['answer', () => randomisedResponse(2, 2, 1, createRng(1))],
  ['epsilon', () => estimateCounts([1, 2], -1)],
])('%s out of range is refused by name', (field, attempt) => {
  expect(attempt).toThrow(
    expect.objectContaining({
      code: 'argument/range',
      detail: expect.objectContaining({ field }) as unknown,
    }),
  );
});
