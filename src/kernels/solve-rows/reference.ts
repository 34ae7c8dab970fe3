import { RESIDUAL_ABSOLUTE, RESIDUAL_RELATIVE } from './index.ts';

/** Arrays and numbers of one call; shapes as in `SolveRowsArgs`. */
export interface SolveRowsArrays {
  readonly rowOffsets: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float32Array;
  readonly fixed: Float32Array;
  readonly gramian: Float32Array;
  readonly unobservedWeight: number;
  readonly regularisation: Float32Array;
  readonly solution: Float32Array;
  readonly rowLoss: Float32Array;
  readonly dim: number;
  readonly cgSteps: number;
  readonly rowBegin: number;
  readonly rowEnd: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** v · y_j, with y_j = fixed[columns[entry]]. */
function dotEntry(args: SolveRowsArrays, entry: number, v: Float64Array): number {
  const base = args.columns[entry]! * args.dim;
  let sum = 0;
  for (let i = 0; i < args.dim; i++) sum += v[i]! * args.fixed[base + i]!;
  return sum;
}

/** out += scale · y_j. */
function addEntry(args: SolveRowsArrays, entry: number, scale: number, out: Float64Array): void {
  const base = args.columns[entry]! * args.dim;
  for (let i = 0; i < args.dim; i++) out[i]! += scale * args.fixed[base + i]!;
}

/** (unobservedWeight · gramian + regularisation[row] · I) v, the part of the matrix that no entry touches. */
function applyDense(args: SolveRowsArrays, row: number, v: Float64Array): Float64Array {
  const out = new Float64Array(args.dim);
  for (let i = 0; i < args.dim; i++) {
    let sum = 0;
    for (let j = 0; j < args.dim; j++) sum += args.gramian[i * args.dim + j]! * v[j]!;
    out[i] = args.unobservedWeight * sum + args.regularisation[row]! * v[i]!;
  }
  return out;
}

/** One row by warm-started conjugate gradients in f64. See `SolveRowsArgs` for the system that is solved. */
function solveRow(args: SolveRowsArrays, row: number): void {
  const { dim, weights, solution } = args;
  const begin = args.rowOffsets[row]!;
  const end = args.rowOffsets[row + 1]!;
  if (begin === end) {
    solution.fill(0, row * dim, (row + 1) * dim);
    args.rowLoss[row] = 0;
    return;
  }
  const x = Float64Array.from(solution.subarray(row * dim, (row + 1) * dim));
  const residual = applyDense(args, row, x).map((value) => -value);
  let loss = 0;
  for (let entry = begin; entry < end; entry++) {
    const confidence = Math.abs(weights[entry]!);
    const miss = Math.sign(weights[entry]!) - dotEntry(args, entry, x);
    loss += confidence * miss * miss;
    addEntry(args, entry, confidence * miss, residual);
  }
  args.rowLoss[row] = loss;

  const direction = residual.slice();
  let squared = dot(residual, residual);
  const enough = Math.max(RESIDUAL_RELATIVE * squared, RESIDUAL_ABSOLUTE);
  for (let step = 0; step < args.cgSteps && squared > enough; step++) {
    const product = applyDense(args, row, direction);
    for (let entry = begin; entry < end; entry++) {
      addEntry(args, entry, Math.abs(weights[entry]!) * dotEntry(args, entry, direction), product);
    }
    const curvature = dot(direction, product);
    if (!(curvature > 0)) break;
    const length = squared / curvature;
    for (let i = 0; i < dim; i++) {
      x[i]! += length * direction[i]!;
      residual[i]! -= length * product[i]!;
    }
    const next = dot(residual, residual);
    for (let i = 0; i < dim; i++) direction[i] = residual[i]! + (next / squared) * direction[i]!;
    squared = next;
  }
  solution.set(x, row * dim);
}

/** Solves rows [rowBegin, rowEnd) one after the other. */
export function referenceSolveRows(args: SolveRowsArrays): void {
  for (let row = args.rowBegin; row < args.rowEnd; row++) solveRow(args, row);
}
