import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { tasteLog } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import type { DpGmfConfig } from './dp-gmf.ts';
import { dpGmfSteps, mechanismOfGmf } from './dp-gmf.ts';
import { onlyRows } from './membership.ts';
import { addClipped, noisyMean, poissonSample } from './dp-sgd.ts';

describe('a Poisson sample', () => {
  test('takes each unit with its chance, on its own: mean and variance of the size are binomial', () => {
    const rng = createRng(1);
    const [count, rate, rounds] = [200, 0.1, 2000];
    const sizes = Array.from({ length: rounds }, () => poissonSample(count, rate, rng).length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / rounds;
    const variance = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / rounds;
    expect(Math.abs(mean - 20)).toBeLessThan(4 * Math.sqrt(18 / rounds));
    expect(Math.abs(variance / 18 - 1)).toBeLessThan(4 * Math.sqrt(2 / rounds));
  });

  test('of everybody at rate 1, of nobody at 0', () => {
    expect(poissonSample(4, 1, createRng(1))).toEqual([0, 1, 2, 3]);
    expect(poissonSample(4, 0, createRng(1))).toEqual([]);
  });
});

describe('clipping', () => {
  test('by hand: (3, 4) on row 1 to a norm of 2.5; a shorter one stays as it is', () => {
    const sum = new Float64Array(4);
    addClipped(sum, new Map([[1, Float64Array.of(3, 4)]]), 2, 2.5);
    expect([...sum]).toEqual([0, 0, 1.5, 2]);
    addClipped(sum, new Map([[0, Float64Array.of(0.3, 0.4)]]), 2, 2.5);
    expect([...sum]).toEqual([0.3, 0.4, 1.5, 2]);
  });

  test('over all rows of a unit together: 100 random gradients, none longer than the bound', () => {
    const rng = createRng(2);
    for (let unit = 0; unit < 100; unit++) {
      const gradient = new Map<number, Float64Array>();
      for (let row = 0; row < 1 + rng.int(20); row++) {
        gradient.set(
          row,
          Float64Array.from({ length: 3 }, () => 10 ** rng.int(6) * rng.normal()),
        );
      }
      const sum = new Float64Array(60);
      addClipped(sum, gradient, 3, 0.7);
      expect(Math.hypot(...sum)).toBeLessThanOrEqual(0.7 + 1e-12);
    }
  });

  test('what is no number adds nothing', () => {
    const sum = new Float64Array(2);
    addClipped(sum, new Map([[0, Float64Array.of(Number.NaN, 1)]]), 2, 1);
    addClipped(sum, new Map([[0, Float64Array.of(Infinity, 1)]]), 2, 1);
    addClipped(sum, new Map([[0, Float64Array.of(0, 0)]]), 2, 1);
    expect([...sum]).toEqual([0, 0]);
  });
});

test('the noise of a mean: z · bound / expected size on every number, about the mean', () => {
  const sum = new Float64Array(20_000).fill(30);
  noisyMean(sum, { noiseMultiplier: 2, bound: 1.5, expected: 10 }, createRng(3));
  const mean = sum.reduce((total, value) => total + value, 0) / sum.length;
  const variance = sum.reduce((total, value) => total + (value - 3) ** 2, 0) / sum.length;
  expect(Math.abs(mean - 3)).toBeLessThan((4 * 0.3) / Math.sqrt(20_000));
  expect(Math.abs(variance / 0.09 - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
});

describe('GMF by DP-SGD', () => {
  const csr = buildCsr(tasteLog(3));
  const config: DpGmfConfig = {
    dim: 4,
    steps: 40,
    samplingRate: 0.5,
    negatives: 4,
    bound: 1,
    learningRate: 5,
  };
  const train = (noiseMultiplier: number, seed: number, more: Partial<DpGmfConfig> = {}): Float32Array => {
    const rng = createRng(seed);
    return atOnce(
      dpGmfSteps(csr, {
        config: { ...config, ...more },
        noiseMultiplier,
        noise: rng.fork('noise'),
        sample: rng.fork('sample'),
        start: createRng(1),
      }),
    );
  };

  test('without noise items of one taste come to point the same way', () => {
    const table = train(0, 1);
    const cosine = (a: number, b: number): number => {
      const [x, y] = [table.subarray(4 * a, 4 * a + 4), table.subarray(4 * b, 4 * b + 4)];
      return x.reduce((sum, value, i) => sum + value * y[i]!, 0) / (Math.hypot(...x) * Math.hypot(...y));
    };
    let [same, other, sames, others] = [0, 0, 0, 0];
    for (let a = 0; a < csr.columnCount; a++) {
      for (let b = 0; b < a; b++) {
        if (a % 4 === b % 4) [same, sames] = [same + cosine(a, b), sames + 1];
        else [other, others] = [other + cosine(a, b), others + 1];
      }
    }
    expect(same / sames - other / others).toBeGreaterThan(0.3);
  });

  test('one step moves the table by the noise it is told of', () => {
    const [still, moved] = [train(0, 1, { steps: 1 }), train(50, 1, { steps: 1 })];
    const differences = Float64Array.from(moved, (value, i) => value - still[i]!);
    const deviation = Math.sqrt(differences.reduce((sum, value) => sum + value ** 2, 0) / differences.length);
    // learning rate · z · bound / (q · users)
    const expected = (5 * 50) / (0.5 * csr.rowCount);
    expect(Math.abs(deviation / expected - 1)).toBeLessThan(4 / Math.sqrt(2 * differences.length));
  });

  test('any one user out of the log moves the sum of a step by the bound, if at all, and never by more', () => {
    const bound = 0.05;
    // Of everybody, and the last of them in turn: what is drawn for the others stays.
    const stepOf = (log: Csr): Float32Array =>
      atOnce(
        dpGmfSteps(log, {
          config: { ...config, bound, steps: 1, samplingRate: 1, learningRate: 1000 },
          noiseMultiplier: 0,
          noise: createRng(1),
          sample: createRng(4),
          start: createRng(1),
        }),
      );
    const changes = Array.from({ length: 20 }, (_, i) => {
      const last = csr.rowCount - 1 - i;
      const upTo = (end: number): Csr =>
        onlyRows(
          csr,
          Uint8Array.from({ length: csr.rowCount }, (__, user) => (user < end ? 1 : 0)),
        );
      const [all, less] = [stepOf(upTo(last + 1)), stepOf(upTo(last))];
      return (Math.hypot(...all.map((value, j) => value - less[j]!)) * csr.rowCount) / 1000;
    });
    expect(Math.max(...changes)).toBeLessThanOrEqual(bound * (1 + 1e-4));
    expect(Math.max(...changes)).toBeGreaterThan(0.99 * bound);
  });

  test('the accountant is told of the sampling, the noise and every step', () => {
    expect(mechanismOfGmf(config, 1.5)).toEqual({ samplingRate: 0.5, noiseMultiplier: 1.5, steps: 40 });
  });
});
