import type { Steps } from '../training/steps.ts';

/** The k nearest others of each row by cosine, best first. Places that cannot be filled hold −1. */
export interface Neighbours {
  readonly k: number;
  /** Rows. Int32[count · k]. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** Cosines, −1 … 1; −Infinity in empty places. Float32[count · k]. */
  readonly cosines: Float32Array<ArrayBuffer>;
}

/** Rows of a tile. Two tiles of 64 columns are 16 kB: they stay in the first-level cache. */
const TILE = 32;

/**
 * Exact, by comparing all pairs once, tile by tile: count² · dim / 2 products, some 50 ms for 1200 rows of 64
 * on one core. A tree or a descent (Dong et al., WWW 2011) pays off from some ten thousand rows on. There is a
 * seam after each tile, a fraction of a millisecond of work; ties go to the row that is met first, always the
 * same one. A row of zeros has a cosine of 0 with all.
 */
export function* nearestNeighbours(
  embeddings: Float32Array,
  count: number,
  dim: number,
  k: number,
): Steps<Neighbours> {
  const unit = unitRows(embeddings, count, dim);
  const places = Math.max(0, Math.min(k, count - 1));
  const lists = new BestLists(count, places);
  for (let above = 0; above < count; above += TILE) {
    for (let left = 0; left <= above; left += TILE) {
      for (let row = above; row < Math.min(above + TILE, count); row++) {
        const end = Math.min(left + TILE, row);
        for (let other = left; other < end; other++) {
          const cosine = dot(unit, row * dim, other * dim, dim);
          lists.offer(row, other, cosine);
          lists.offer(other, row, cosine);
        }
      }
      yield;
    }
  }
  return { k: places, rows: lists.rows, cosines: lists.cosines };
}

function unitRows(embeddings: Float32Array, count: number, dim: number): Float32Array {
  const unit = new Float32Array(count * dim);
  for (let base = 0; base < count * dim; base += dim) {
    let square = 0;
    for (let d = 0; d < dim; d++) {
      // Not `** 2`: what a power is rounded to is each engine's own affair.
      const value = embeddings[base + d]!;
      square += value * value;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let d = 0; d < dim; d++) unit[base + d] = embeddings[base + d]! * scale;
  }
  return unit;
}

/** Four sums side by side, so that an addition need not wait for the one before it. */
function dot(values: Float32Array, a: number, b: number, dim: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let d = 0;
  for (; d + 3 < dim; d += 4) {
    s0 += values[a + d]! * values[b + d]!;
    s1 += values[a + d + 1]! * values[b + d + 1]!;
    s2 += values[a + d + 2]! * values[b + d + 2]!;
    s3 += values[a + d + 3]! * values[b + d + 3]!;
  }
  for (; d < dim; d++) s0 += values[a + d]! * values[b + d]!;
  return s0 + s1 + (s2 + s3);
}

/** One sorted list of at most k places for each row. */
class BestLists {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly cosines: Float32Array<ArrayBuffer>;
  readonly #k: number;

  constructor(count: number, k: number) {
    this.#k = k;
    this.rows = new Int32Array(count * k).fill(-1);
    this.cosines = new Float32Array(count * k).fill(-Infinity);
  }

  offer(row: number, other: number, cosine: number): void {
    const first = row * this.#k;
    let place = first + this.#k - 1;
    if (!(cosine > this.cosines[place]!)) return;
    while (place > first && cosine > this.cosines[place - 1]!) {
      this.cosines[place] = this.cosines[place - 1]!;
      this.rows[place] = this.rows[place - 1]!;
      place -= 1;
    }
    this.cosines[place] = cosine;
    this.rows[place] = other;
  }
}
