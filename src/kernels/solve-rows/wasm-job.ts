import type { SolveRowsArgs } from '../home.ts';
import { type AddressOf, bitsOf, chunkOf, type WasmJob, WASM_KERNELS } from '../wasm-job.ts';

/** Rows that `solve-rows.as.ts` takes in lockstep. */
const GROUP_ROWS = 4;

/** One unit a row. `entries`: how many entries the rows [rowBegin, rowEnd) hold. */
export function solveRowsJob(args: SolveRowsArgs, entries: number, addressOf: AddressOf): WasmJob {
  const { dim, cgSteps, rowBegin, rowEnd } = args;
  const units = rowEnd - rowBegin;
  const multiplyAdds = (cgSteps + 1) * (2 * entries * dim + units * dim * dim);
  const { rowOffsets, columns, weights, fixed, gramian, regularisation, solution, rowLoss } = args;
  const reads = [rowOffsets, columns, weights, fixed, gramian, regularisation];
  const writes = [solution, rowLoss];
  return {
    kernel: WASM_KERNELS.indexOf('solveRows'),
    words: [...[...reads, ...writes].map(addressOf), bitsOf(args.unobservedWeight), dim, cgSteps, rowBegin],
    units,
    chunk: chunkOf(multiplyAdds / Math.max(units, 1), GROUP_ROWS),
    multiplyAdds,
    reads,
    writes,
  };
}
