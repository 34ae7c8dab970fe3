import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { cryptographicNoise, seededNoise } from './noise-source.ts';

const secure = (): ReturnType<typeof cryptographicNoise> =>
  cryptographicNoise((words) => crypto.getRandomValues(words));

describe('noise from cryptographic bits', () => {
  test('normal numbers: mean 0, deviation 1, no correlation, 5 % beyond 1.96', () => {
    const noise = secure();
    const count = 60_000;
    const values = Array.from({ length: count }, () => noise.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const square = values.reduce((sum, value) => sum + value ** 2, 0) / count;
    const neighbours = values.slice(1).reduce((sum, value, i) => sum + value * values[i]!, 0) / count;
    const far = values.filter((value) => Math.abs(value) > 1.959964).length / count;
    // Five standard errors each: once in a million times by chance.
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(square - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    expect(Math.abs(neighbours)).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(far - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / count));
  });

  test('whole numbers are all alike often', () => {
    const noise = secure();
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 70_000; i++) counts[noise.int(7)]! += 1;
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(10_000 * (6 / 7)));
  });

  test('uniform numbers have 53 bits and stay below 1', () => {
    expect(cryptographicNoise((words) => words.fill(0)).next()).toBe(0);
    expect(cryptographicNoise((words) => words.fill(0xffffffff)).next()).toBe(1 - 2 ** -53);
    // Without a spare bit a normal number would be infinite here.
    expect(cryptographicNoise((words) => words.fill(0xffffffff)).normal()).toBeCloseTo(8.57, 1);
  });

  test('no word is used twice, and none is left where it was', () => {
    let asked = 0;
    const seen: Uint32Array[] = [];
    const noise = cryptographicNoise((words) => {
      seen.push(words);
      words.forEach((_, i) => (words[i] = ++asked << 12));
    });
    const values = new Set(Array.from({ length: 5000 }, () => noise.next()));
    expect(values.size).toBe(5000);
    expect(asked).toBeGreaterThanOrEqual(10_000);
    expect(seen[0]!.subarray(0, 10_000 % 4096).some((word) => word !== 0)).toBe(false);
  });

  test('says where it is from', () => {
    expect(secure().origin).toBe('cryptographic');
    const [one, same] = [seededNoise(createRng(5)), seededNoise(createRng(5))];
    expect(one.origin).toBe('seeded');
    expect([one.next(), one.int(9), one.normal()]).toEqual([same.next(), same.int(9), same.normal()]);
  });
});
