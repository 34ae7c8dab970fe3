import { RESIDUAL_ABSOLUTE, RESIDUAL_RELATIVE } from '../solve-rows/index.ts';
import solveRows from '../solve-rows/solve-rows.wgsl?raw';
import system from '../solve-rows/system.wgsl?raw';
import { laneOf } from './lane.ts';
import { packSettings } from './pass.ts';
import type { Pass } from './pass.ts';
import { composeShader } from './shader.ts';

/** Most workgroups of a dispatch that every device allows is 65535; fewer keep one submit short. */
const ROWS_PER_PASS = 16_384;

export interface SolveRowsBuffers {
  readonly rowOffsets: GPUBuffer;
  readonly columns: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly fixed: GPUBuffer;
  readonly gramian: GPUBuffer;
  readonly unobservedWeight: number;
  readonly regularisation: GPUBuffer;
  readonly solution: GPUBuffer;
  readonly rowLoss: GPUBuffer;
  readonly dim: number;
  readonly cgSteps: number;
  readonly rowBegin: number;
  readonly rowEnd: number;
}

/** One workgroup of `threads` a row, in runs of rows. */
export function solveRowsPasses(args: SolveRowsBuffers, threads: number): readonly Pass[] {
  const constants = { DIM: args.dim, THREADS: threads };
  const shader = composeShader('solve-rows', constants, [laneOf(args.dim), system, solveRows]);
  const passes: Pass[] = [];
  for (let first = args.rowBegin; first < args.rowEnd; first += ROWS_PER_PASS) {
    passes.push({
      shader,
      settings: packSettings(
        [first, args.cgSteps],
        [args.unobservedWeight, RESIDUAL_RELATIVE, RESIDUAL_ABSOLUTE],
      ),
      bindings: [
        args.rowOffsets,
        args.columns,
        args.weights,
        args.fixed,
        args.gramian,
        args.regularisation,
        args.solution,
        args.rowLoss,
      ],
      workgroups: [Math.min(ROWS_PER_PASS, args.rowEnd - first), 1],
    });
  }
  return passes;
}
