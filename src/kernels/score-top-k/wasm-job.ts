import type { ScoreTopKArgs } from '../home.ts';
import { type AddressOf, chunkOf, type WasmJob, WASM_KERNELS } from '../wasm-job.ts';

/** One unit a query. */
export function scoreTopKJob(args: ScoreTopKArgs, addressOf: AddressOf): WasmJob {
  const { queries, items, excludedOffsets, excluded, outItems, outScores, queryCount, itemCount, dim, k } =
    args;
  const reads = [queries, items, excludedOffsets, excluded];
  const writes = [outItems, outScores];
  return {
    kernel: WASM_KERNELS.indexOf('scoreTopK'),
    words: [...[...reads, ...writes].map(addressOf), itemCount, dim, k],
    units: queryCount,
    chunk: chunkOf(itemCount * dim, 1),
    multiplyAdds: queryCount * itemCount * dim,
    reads,
    writes,
  };
}
