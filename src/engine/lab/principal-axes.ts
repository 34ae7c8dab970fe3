import type { Rng } from '../../domain/rng.ts';
import { symmetricEigen } from '../linear/symmetric-eigen.ts';
import type { Steps } from '../training/steps.ts';

/** Rows as points. Read only. */
export interface Points {
  readonly count: number;
  readonly width: number;
  /** Float32[count · width]. */
  readonly values: Float32Array;
}

export interface PrincipalAxes {
  /** Coordinates of the centred points along the axes, the longest axis first. Float32[count · axes]. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Part of the variance that each axis has, falling. 0 … 1. */
  readonly explained: readonly number[];
}

const ROUNDS = 10;
const SPARE = 4;
const ROWS_A_STEP = 32;

/**
 * The first principal components by subspace iteration (Halko, Martinsson, Tropp, SIAM Review 2011) on the centred
 * points: Q ← orth(Xᵀ X Q), from random directions with some to spare, then the eigenvectors of Qᵀ Xᵀ X Q by Jacobi's
 * rotations. The sign of an axis is such that its largest coordinate is positive. O(rounds · count · width · axes).
 */
export function* principalAxesSteps(points: Points, axes: number, rng: Rng): Steps<PrincipalAxes> {
  const { count, width } = points;
  const found = Math.min(axes, width);
  const columns = Math.min(width, axes + SPARE);
  const mean = meanRow(points);
  yield;
  let basis = Float64Array.from({ length: width * columns }, () => rng.normal());
  orthonormalise(basis, width, columns);
  let projected = new Float64Array();
  for (let round = 0; ; round++) {
    projected = yield* project(points, mean, basis, columns);
    if (round === ROUNDS) break;
    basis = yield* back(points, mean, projected, columns);
    orthonormalise(basis, width, columns);
  }
  const { values, vectors } = symmetricEigen(gramOf(projected, count, columns), columns);
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  const positions = new Float32Array(count * axes);
  order.slice(0, found).forEach((column, axis) => {
    let largest = 0;
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += projected[row * columns + c]! * vectors[c * columns + column]!;
      positions[row * axes + axis] = sum;
      if (Math.abs(sum) > Math.abs(largest)) largest = sum;
    }
    if (largest < 0) for (let row = 0; row < count; row++) positions[row * axes + axis]! *= -1;
  });
  const total = variance(points, mean);
  const explained = Array.from({ length: axes }, (_, axis) => {
    const column = order[axis];
    return total > 0 && column !== undefined && axis < found ? Math.max(0, values[column]!) / total : 0;
  });
  return { positions, explained };
}

function meanRow({ count, width, values }: Points): Float64Array {
  const mean = new Float64Array(width);
  for (let i = 0; i < values.length; i++) mean[i % width]! += values[i]! / count;
  return mean;
}

function variance({ values, width }: Points, mean: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean[i % width]!) ** 2;
  return sum;
}

/** (X − mean) Q. [count, columns] */
function* project(
  { count, width, values }: Points,
  mean: Float64Array,
  basis: Float64Array,
  columns: number,
): Steps<Float64Array<ArrayBuffer>> {
  const out = new Float64Array(count * columns);
  for (let row = 0; row < count; row++) {
    for (let d = 0; d < width; d++) {
      const value = values[row * width + d]! - mean[d]!;
      if (value === 0) continue;
      for (let c = 0; c < columns; c++) out[row * columns + c]! += value * basis[d * columns + c]!;
    }
    if (row % ROWS_A_STEP === 0) yield;
  }
  return out;
}

/** (X − mean)ᵀ Y. [width, columns] */
function* back(
  { count, width, values }: Points,
  mean: Float64Array,
  projected: Float64Array,
  columns: number,
): Steps<Float64Array<ArrayBuffer>> {
  const out = new Float64Array(width * columns);
  for (let row = 0; row < count; row++) {
    for (let d = 0; d < width; d++) {
      const value = values[row * width + d]! - mean[d]!;
      if (value === 0) continue;
      for (let c = 0; c < columns; c++) out[d * columns + c]! += value * projected[row * columns + c]!;
    }
    if (row % ROWS_A_STEP === 0) yield;
  }
  return out;
}

/** Modified Gram–Schmidt over the columns, in place; a column without a direction of its own becomes zero. */
function orthonormalise(basis: Float64Array, rows: number, columns: number): void {
  for (let c = 0; c < columns; c++) {
    const before = norm(basis, rows, columns, c);
    for (let other = 0; other < c; other++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += basis[r * columns + c]! * basis[r * columns + other]!;
      for (let r = 0; r < rows; r++) basis[r * columns + c]! -= dot * basis[r * columns + other]!;
    }
    const left = norm(basis, rows, columns, c);
    const scale = left > 1e-10 * before ? 1 / left : 0;
    for (let r = 0; r < rows; r++) basis[r * columns + c]! *= scale;
  }
}

function norm(basis: Float64Array, rows: number, columns: number, column: number): number {
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += basis[r * columns + column]! ** 2;
  return Math.sqrt(sum);
}

function gramOf(rows: Float64Array, count: number, columns: number): Float64Array {
  const gram = new Float64Array(columns * columns);
  for (let row = 0; row < count; row++) {
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) {
        gram[a * columns + b]! += rows[row * columns + a]! * rows[row * columns + b]!;
      }
    }
  }
  return gram;
}
