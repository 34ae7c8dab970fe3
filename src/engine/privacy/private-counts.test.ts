import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { tasteLog } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import { onlyRows } from './membership.ts';
import { seededNoise } from './noise-source.ts';
import { boundedCounts, countClaim, meanCountError, privateCountSteps } from './private-counts.ts';

const csr = buildCsr(tasteLog(3));

describe('counts of a log', () => {
  test.each([1, 5, 12])(
    'with at most %i items of each: any one user changes them by that at most',
    (most) => {
      const changes = Array.from({ length: 20 }, (_, i) => {
        const last = csr.rowCount - 1 - i;
        const upTo = (end: number) =>
          boundedCounts(
            onlyRows(
              csr,
              Uint8Array.from({ length: csr.rowCount }, (__, user) => (user < end ? 1 : 0)),
            ),
            most,
            createRng(2),
          );
        const [all, less] = [upTo(last + 1), upTo(last)];
        return all.reduce((sum, count, item) => sum + Math.abs(count - less[item]!), 0);
      });
      expect(Math.max(...changes)).toBeLessThanOrEqual(most);
      expect(Math.max(...changes)).toBe(most);
    },
  );

  test('the items that count are drawn by lot: each of a user’s as often as the others', () => {
    const one = onlyRows(
      csr,
      Uint8Array.from({ length: csr.rowCount }, (_, user) => (user === 0 ? 1 : 0)),
    );
    const owned = one.columns.length;
    const rng = createRng(8);
    const rounds = 4000;
    const counts = new Float64Array(csr.columnCount);
    for (let round = 0; round < rounds; round++) {
      boundedCounts(one, 3, rng).forEach((count, item) => (counts[item]! += count));
    }
    const chance = 3 / owned;
    for (const item of one.columns) {
      const error = 4.5 * Math.sqrt((chance * (1 - chance)) / rounds);
      expect(Math.abs(counts[item]! / rounds - chance)).toBeLessThan(error);
    }
  });

  test('have whole-number noise of the bound over ε on every count, also on those of nobody', () => {
    const [epsilon, mostItems] = [2, 5];
    const empty = { ...csr, columnCount: 20_000 };
    const plain = boundedCounts(empty, mostItems, seededNoise(createRng(3)));
    const noisy = atOnce(privateCountSteps(empty, { epsilon, mostItems }, seededNoise(createRng(3))));
    const noise = noisy.map((count, item) => count - plain[item]!);
    expect(noise.every(Number.isInteger)).toBe(true);
    const ratio = Math.exp(-epsilon / mostItems);
    const variance = (2 * ratio) / (1 - ratio) ** 2;
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const square = noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length;
    const off = noise.reduce((sum, value) => sum + Math.abs(value), 0) / noise.length;
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(variance / noise.length));
    // The fourth moment of a Laplace number is 24 b⁴: its square varies by √5 of its mean.
    expect(Math.abs(square / variance - 1)).toBeLessThan(4 * Math.sqrt(5.5 / noise.length));
    expect(Math.abs(off / meanCountError({ epsilon, mostItems }) - 1)).toBeLessThan(0.04);
  });

  test('without a bound, an ε, or users are refused', () => {
    const noise = seededNoise(createRng(1));
    const attempt = (epsilon: number, mostItems: number, log = csr) =>
      atOnce(privateCountSteps(log, { epsilon, mostItems }, noise));
    expect(() => attempt(1, Infinity)).toThrow(/mostItems cannot be Infinity.*nothing can be promised/);
    expect(() => attempt(1, 0)).toThrow(/mostItems/);
    expect(() => attempt(Infinity, 1)).toThrow(/epsilon/);
    const nobody = onlyRows(csr, new Uint8Array(csr.rowCount));
    expect(() => attempt(1, 1, nobody)).toThrow(expect.objectContaining({ code: 'training/no-data' }));
  });

  test('promise ε itself, and no δ', () => {
    expect(countClaim({ epsilon: 4, mostItems: 10 }, { origin: 'cryptographic' })).toEqual({
      unit: 'user',
      mechanism: { kind: 'geometric', sensitivity: 10 },
      epsilon: 4,
      delta: 0,
      accountant: 'exact',
      noise: 'cryptographic',
    });
  });
});
