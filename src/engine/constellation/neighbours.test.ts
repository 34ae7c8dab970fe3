import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { atOnce } from '../training/steps.ts';
import { neighbourGraph } from './neighbour-graph.ts';
import { nearestNeighbours } from './neighbours.ts';

const rowsOf = (...rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat());

describe('the nearest neighbours', () => {
  test('are those of the greatest cosine, whatever the lengths', () => {
    // Directions 0°, 10°, 30° and 90°; the second is a hundred times as long.
    const at = (degrees: number, length: number): number[] => {
      const angle = (degrees * Math.PI) / 180;
      return [length * Math.cos(angle), length * Math.sin(angle)];
    };
    const embeddings = rowsOf(at(0, 1), at(10, 100), at(30, 1), at(90, 1));
    const { k, rows, cosines } = atOnce(nearestNeighbours(embeddings, 4, 2, 2));
    expect(k).toBe(2);
    expect([...rows]).toEqual([1, 2, 0, 2, 1, 0, 2, 1]);
    expect(cosines[0]).toBeCloseTo(Math.cos(Math.PI / 18), 6);
  });

  test.each([1, 7, 40, 100])('are those that a full sort finds, for %i rows of width 10', (count) => {
    const rng = createRng(5).fork(`neighbours ${count}`);
    const embeddings = Float32Array.from({ length: count * 10 }, () => rng.normal());
    const row = (i: number): number[] => [...embeddings.subarray(i * 10, i * 10 + 10)];
    const dot = (a: number[], b: number[]): number => a.reduce((sum, value, d) => sum + value * b[d]!, 0);
    const cosine = (i: number, j: number): number =>
      dot(row(i), row(j)) / Math.sqrt(dot(row(i), row(i)) * dot(row(j), row(j)));
    const { k, rows } = atOnce(nearestNeighbours(embeddings, count, 10, 6));
    expect(k).toBe(Math.min(6, count - 1));
    for (let i = 0; i < count; i++) {
      const others = [...Array(count).keys()].filter((j) => j !== i);
      const best = others.sort((a, b) => cosine(i, b) - cosine(i, a)).slice(0, k);
      expect([...rows.subarray(i * k, (i + 1) * k)], `of row ${i}`).toEqual(best);
    }
  });

  test('of a row of zeros have a cosine of 0; a row that is not a number has none and is nobody’s', () => {
    const { rows, cosines } = atOnce(nearestNeighbours(rowsOf([1, 0], [0, 0], [Number.NaN, 1]), 3, 2, 2));
    expect([...rows]).toEqual([1, -1, 0, -1, -1, -1]);
    expect([cosines[0], cosines[2]]).toEqual([0, 0]);
  });

  test('are looked for with a seam at least every 1,024 pairs', () => {
    const steps = nearestNeighbours(new Float32Array(100 * 4).fill(1), 100, 4, 3);
    let seams = 0;
    while (!steps.next().done) seams += 1;
    expect(seams).toBeGreaterThanOrEqual((100 * 99) / 2 / 1024);
  });
});

describe('the graph of neighbours', () => {
  test('has each edge once, of weight 1 where both know it and ½ where one does', () => {
    // 0 and 1 know each other; 2 knows 1, unrequited; 3 knows nobody.
    const rows = Int32Array.of(1, 0, 1, -1);
    const graph = neighbourGraph({ k: 1, rows, cosines: new Float32Array(4) });
    expect([...graph.from]).toEqual([0, 2]);
    expect([...graph.to]).toEqual([1, 1]);
    expect([...graph.weight]).toEqual([1, 0.5]);
  });

  test('of a single row is empty', () => {
    const { from } = neighbourGraph(atOnce(nearestNeighbours(new Float32Array(4), 1, 4, 12)));
    expect(from).toHaveLength(0);
  });
});
