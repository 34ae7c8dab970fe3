/** Written by the host; order and types as in `solve-rows/wasm-job.ts`. */
@unmanaged
export class SolveRowsJob {
  rowOffsets: usize;
  columns: usize;
  weights: usize;
  fixed: usize;
  gramian: usize;
  regularisation: usize;
  solution: usize;
  rowLoss: usize;
  unobservedWeight: f32;
  dim: i32;
  cgSteps: i32;
  rowBegin: i32;
}
