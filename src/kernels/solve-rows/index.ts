import { MAX_DIM, requireDistinct, requireInteger, requireLength, requireNonNegative } from '../checks.ts';
import type { SolveRowsArgs } from '../home.ts';

const KERNEL = 'solveRows';

/** Most conjugate-gradient steps of one call. */
export const MAX_CG_STEPS = 64;

/**
 * A row is solved, and its steps end early, when r·r ≤ max(RESIDUAL_RELATIVE · r₀·r₀, RESIDUAL_ABSOLUTE), with
 * r₀ the residual of the warm start: below that, f32 has no digits left. All homes use these two figures.
 */
export const RESIDUAL_RELATIVE = 1e-14;
export const RESIDUAL_ABSOLUTE = 1e-30;

/**
 * What can be refused before dispatch, the same in every home. The contents of `rowOffsets` and `columns` are
 * the caller's word: offsets ascend, columns lie within `fixed`.
 * @throws 'shape/mismatch', 'argument/range'
 */
export function checkSolveRows(args: SolveRowsArgs): void {
  const { dim, rowEnd } = args;
  requireInteger(KERNEL, 'dim', dim, 1, MAX_DIM);
  requireInteger(KERNEL, 'cgSteps', args.cgSteps, 0, MAX_CG_STEPS);
  requireNonNegative(KERNEL, 'unobservedWeight', args.unobservedWeight);
  requireInteger(KERNEL, 'rowBegin', args.rowBegin, 0, 0x7fffffff);
  requireInteger(KERNEL, 'rowEnd', rowEnd, args.rowBegin, 0x7fffffff);
  requireLength(KERNEL, 'rowOffsets', args.rowOffsets, rowEnd + 1);
  requireLength(KERNEL, 'weights', args.weights, args.columns.length);
  requireLength(KERNEL, 'gramian', args.gramian, dim * dim);
  requireLength(KERNEL, 'regularisation', args.regularisation, rowEnd);
  requireLength(KERNEL, 'solution', args.solution, rowEnd * dim);
  requireLength(KERNEL, 'rowLoss', args.rowLoss, rowEnd);
  const inputs = {
    weights: args.weights,
    fixed: args.fixed,
    gramian: args.gramian,
    regularisation: args.regularisation,
  };
  requireDistinct(KERNEL, 'solution', args.solution, { ...inputs, rowLoss: args.rowLoss });
  requireDistinct(KERNEL, 'rowLoss', args.rowLoss, inputs);
}
