/** Written by the host; order and types as in `train-pairs/wasm-job.ts`. */
@unmanaged
export class TrainPairsJob {
  users: usize;
  items: usize;
  /** 0: none. */
  rivals: usize;
  labels: usize;
  losses: usize;
  userEmbeddings: usize;
  itemEmbeddings: usize;
  output: usize;
  dim: i32;
  flags: i32;
  pairBegin: i32;
  pairEnd: i32;
  learningRate: f32;
}

@unmanaged
export class SgdJob extends TrainPairsJob {
  regularisation: f32;
}

@unmanaged
export class AdamJob extends TrainPairsJob {
  beta1: f32;
  beta2: f32;
  epsilon: f32;
  batchSize: i32;
  stepsDone: i32;
  userMoments: usize;
  itemMoments: usize;
  outputMoments: usize;
  userCount: i32;
  itemCount: i32;
  /** Per user, then per item: 1 + the place of its gradient, or 0; then the touched rows in order of place. */
  slots: usize;
  gradients: usize;
}

// @ts-ignore: decorator
@inline
export const BIASED: i32 = 1;
// @ts-ignore: decorator
@inline
export const LEARNS_OFFSET: i32 = 2;
// @ts-ignore: decorator
@inline
export const LEARNS_SCALE: i32 = 4;
