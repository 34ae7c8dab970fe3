import type { Steps } from '../training/steps.ts';

/** Rows and columns that are visited together, so that both sides of the diagonal stay in the cache. */
const SIZE = 64;

/** Visits each pair of places (row, column), (column, row) below the diagonal of an n × n matrix; a seam a band. */
function* mirrorPlaces(n: number, visit: (below: number, above: number) => void): Steps<void> {
  for (let top = 0; top < n; top += SIZE) {
    for (let left = 0; left <= top; left += SIZE) {
      for (let row = top; row < Math.min(top + SIZE, n); row++) {
        const end = Math.min(left + SIZE, row);
        for (let column = left; column < end; column++) visit(row * n + column, column * n + row);
      }
    }
    yield;
  }
}

/** What stands below the diagonal, above it too. In place. */
export function* mirrorLower(values: Float32Array, n: number): Steps<void> {
  yield* mirrorPlaces(n, (below, above) => {
    values[above] = values[below]!;
  });
}

/** In place. */
export function* transposeSquare(values: Float32Array, n: number): Steps<void> {
  yield* mirrorPlaces(n, (below, above) => {
    const value = values[below]!;
    values[below] = values[above]!;
    values[above] = value;
  });
}

/** A + Aᵀ with the diagonal of A. In place. */
export function* foldSquare(values: Float32Array, n: number): Steps<void> {
  yield* mirrorPlaces(n, (below, above) => {
    const both = values[below]! + values[above]!;
    values[below] = both;
    values[above] = both;
  });
}
