import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { tasteLog } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import type { NormalSource } from './noise-source.ts';
import { addNoise, addUser, dpIalsSteps, popularitySums, tasteSumSteps, userVector } from './dp-ials.ts';
import { onlyRows } from './membership.ts';
import { tasteColumns } from './taste-columns.ts';

const CONFIG = ialsConfig({ dim: 4, epochs: 3, seed: 1 });

const norm = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values));

/** Every number that noise is added to, in order: the sums before their noise, and how many there are. */
function listening(): { readonly source: NormalSource; readonly count: () => number } {
  let count = 0;
  return { source: { normal: () => ((count += 1), 0) }, count: () => count };
}

function train(csr: Csr, noiseMultiplier: number, noise: NormalSource = createRng(7)): Float32Array {
  const options = { config: CONFIG, noiseMultiplier, noise, start: createRng(1) };
  return atOnce(dpIalsSteps(csr, options)).embeddings;
}

describe("one user's part", () => {
  test.each([
    [1, 3],
    [5, 1],
    [900, 16],
  ])('%i items, width %i: norm 1, whatever the vector and the history', (items, width) => {
    const rng = createRng(items);
    for (const size of [1e-9, 1, 1e9]) {
      const sums = new Float64Array(1000 * width);
      const vector = Float64Array.from({ length: width }, () => size * rng.normal());
      addUser(
        sums,
        Int32Array.from({ length: items }, (_, i) => i),
        vector,
      );
      expect(norm(sums)).toBeCloseTo(1, 12);
    }
  });

  test('by hand: (3, 4) over two of three items', () => {
    const sums = new Float64Array(6);
    addUser(sums, Int32Array.of(0, 2), Float64Array.of(3, 4));
    const [a, b] = [0.6 / Math.SQRT2, 0.8 / Math.SQRT2];
    expect([...sums].map((value) => value.toFixed(12))).toEqual(
      [a, b, 0, 0, a, b].map((value) => value.toFixed(12)),
    );
  });

  test('nothing where the vector has no direction', () => {
    const sums = new Float64Array(4);
    for (const vector of [
      [0, 0],
      [Number.NaN, 1],
      [Infinity, 1],
    ]) {
      addUser(sums, Int32Array.of(0, 1), Float64Array.from(vector));
    }
    addUser(sums, new Int32Array(), Float64Array.of(1, 0));
    expect([...sums]).toEqual([0, 0, 0, 0]);
  });
});

describe('the noise', () => {
  test('has the deviation that it is given, no mean, and no correlation: 40,000 numbers', () => {
    const values = new Float64Array(40_000);
    addNoise(values, 2.5, createRng(3));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
    let neighbours = 0;
    for (let i = 1; i < values.length; i++) neighbours += values[i]! * values[i - 1]!;
    // Four standard errors each.
    expect(Math.abs(mean)).toBeLessThan((4 * 2.5) / 200);
    expect(Math.abs(square / 6.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 40_000));
    expect(Math.abs(neighbours / values.length / 6.25)).toBeLessThan(4 / 200);
    // Beyond 1.96 deviations: 5 %.
    const far = values.filter((value) => Math.abs(value) > 1.959964 * 2.5).length / values.length;
    expect(Math.abs(far - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 40_000));
  });

  test('is on every number of each of the three releases: popularity, then two of taste', () => {
    const csr = buildCsr(tasteLog(3));
    const { source, count } = listening();
    train(csr, 1, source);
    expect(count()).toBe(csr.columnCount * (1 + 3 + 3));
  });

  test('covers what a user can change: any one of them out of the log moves each release by a norm of 1', () => {
    const csr = buildCsr(tasteLog(3));
    const rng = createRng(6);
    const table = {
      embeddings: Float32Array.from({ length: csr.columnCount * CONFIG.dim }, () => rng.normal()),
      gramian: Float32Array.from({ length: CONFIG.dim ** 2 }, (_, i) =>
        i % (CONFIG.dim + 1) === 0 ? csr.columnCount : 0,
      ),
    };
    const tastes = (log: Csr): Float64Array => atOnce(tasteSumSteps(log, CONFIG, table));
    for (const sums of [popularitySums, tastes]) {
      const all = sums(csr);
      for (let user = 0; user < csr.rowCount; user++) {
        const inside = new Uint8Array(csr.rowCount).fill(1);
        inside[user] = 0;
        const less = sums(onlyRows(csr, inside));
        const change = norm(all.map((value, i) => value - less[i]!));
        expect(change).toBeLessThanOrEqual(1 + 1e-9);
        // The noise is for no less than that.
        expect(change).toBeGreaterThan(1 - 1e-9);
      }
    }
  });
});

describe('the table', () => {
  const csr = buildCsr(tasteLog(3));

  test('is the same for the same noise, another for other noise, and independent of where turns are given', () => {
    expect(train(csr, 0.5)).toEqual(train(csr, 0.5));
    expect(train(csr, 0.5, createRng(8))).not.toEqual(train(csr, 0.5));
  });

  test('without noise tells tastes apart: users score their own side higher', () => {
    const options = { config: CONFIG, noiseMultiplier: 0, noise: createRng(1), start: createRng(1) };
    const table = atOnce(dpIalsSteps(csr, options));
    let right = 0;
    for (let user = 0; user < csr.rowCount; user++) {
      const items = csr.columns.slice(csr.offsets[user]!, csr.offsets[user + 1]!);
      const [hidden, ...rest] = items;
      const vector = userVector(CONFIG, table, Int32Array.from(rest));
      const score = (item: number): number =>
        vector.reduce((sum, value, i) => sum + value * table.embeddings[item * 4 + i]!, 0);
      const others = Array.from({ length: csr.columnCount }, (_, i) => i).filter((i) => !items.includes(i));
      const mean = others.reduce((sum, item) => sum + score(item), 0) / others.length;
      if (score(hidden!) > mean) right += 1;
    }
    expect(right / csr.rowCount).toBeGreaterThan(0.9);
  });

  test('directions that are no longer than noise are taken out, a strong one stays', () => {
    const rng = createRng(4);
    const popularity = new Float64Array(500).fill(1);
    const noise = Float64Array.from({ length: 1000 }, () => rng.normal());
    const lost = tasteColumns(noise, 2, popularity, 1);
    expect(norm(lost)).toBeLessThan(0.15 * Math.sqrt(1000));
    const strong = noise.map((value, i) => value + (i % 2 === 0 ? (i % 4 === 0 ? 20 : -20) : 0));
    const kept = tasteColumns(strong, 2, popularity, 1);
    // One column of mean square about 1, the other next to none; orthogonal to popularity.
    expect(norm(kept) / Math.sqrt(500)).toBeGreaterThan(0.98);
    expect(norm(kept) / Math.sqrt(500)).toBeLessThan(1.02);
    expect(Math.abs(kept.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-6);
  });

  test('a log without interactions is refused', () => {
    const empty: Csr = {
      ...csr,
      rowCount: 0,
      offsets: Int32Array.of(0),
      columns: new Int32Array(),
      weights: new Float32Array(),
    };
    expect(() => train(empty, 1)).toThrow(expect.objectContaining({ code: 'training/no-data' }));
  });
});
