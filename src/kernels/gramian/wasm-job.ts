import type { GramianArgs } from '../home.ts';
import { type AddressOf, type WasmJob, WASM_KERNELS } from '../wasm-job.ts';

/** Rows of a segment, at least; a multiple of the packed block of `gramian.as.ts`. */
const SEGMENT_ROWS = 128;
const PARTIALS_BYTES = 8 * 1024 * 1024;

interface GramianPlan {
  readonly segmentRows: number;
  readonly segments: number;
  /** Room for the segments' partial sums, each padded to whole tiles. */
  readonly partialsBytes: number;
}

/** How the rows are cut. It depends on the shapes alone, and so do the bits of the result. */
export function planGramian(rowCount: number, dim: number): GramianPlan {
  const partialBytes = (Math.ceil(dim / 8) * 8) ** 2 * 4;
  const most = Math.min(Math.max(Math.floor(PARTIALS_BYTES / partialBytes), 4), 64);
  const segmentRows = Math.max(SEGMENT_ROWS, Math.ceil(rowCount / most));
  const segments = Math.max(1, Math.ceil(rowCount / segmentRows));
  return { segmentRows, segments, partialsBytes: segments * partialBytes };
}

/** One unit a segment. `partials`: address of `partialsBytes`. */
export function gramianJob(
  args: GramianArgs,
  plan: GramianPlan,
  partials: number,
  addressOf: AddressOf,
): WasmJob {
  const { rows, out, rowCount, dim } = args;
  return {
    kernel: WASM_KERNELS.indexOf('gramian'),
    words: [addressOf(rows), addressOf(out), partials, rowCount, dim, plan.segmentRows, plan.segments],
    units: plan.segments,
    chunk: 1,
    multiplyAdds: (rowCount * dim * dim) / 2,
    reads: [rows],
    writes: [out],
  };
}
