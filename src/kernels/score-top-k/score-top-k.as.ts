/**
 * scoreTopK by SIMD. Four items a step, so that each chunk of the query is loaded once for four items; an
 * item's score does not depend on its place in the four, so equal embeddings tie exactly.
 */
import { dot4, loadRow, paddedBytes, tailMask } from '../vector.as';

/** Written by the host; order and types as in `score-top-k/wasm-job.ts`. */
@unmanaged
class ScoreTopKJob {
  queries: usize;
  items: usize;
  excludedOffsets: usize;
  excluded: usize;
  outItems: usize;
  outScores: usize;
  itemCount: i32;
  dim: i32;
  k: i32;
}

/** Puts the item into its place among the k best; it is known to belong there. Items come in ascending order. */
function insert(scores: usize, items: usize, k: i32, score: f32, item: i32): void {
  let place = (<usize>(k - 1)) << 2;
  while (place > 0 && score > load<f32>(scores + place - 4)) {
    store<f32>(scores + place, load<f32>(scores + place - 4));
    store<i32>(items + place, load<i32>(items + place - 4));
    place -= 4;
  }
  store<f32>(scores + place, score);
  store<i32>(items + place, item);
}

function rankQuery(job: ScoreTopKJob, query: i32, vector: usize, dots: usize): void {
  const dim = job.dim;
  const k = job.k;
  const itemCount = job.itemCount;
  const bytes = paddedBytes(dim);
  const whole = dim & 3 ? bytes - 16 : bytes;
  const mask = tailMask(dim);
  const itemBytes = (<usize>dim) << 2;
  const outItems = job.outItems + ((<usize>query * <usize>k) << 2);
  const outScores = job.outScores + ((<usize>query * <usize>k) << 2);
  for (let i: usize = 0; i < (<usize>k) << 2; i += 4) {
    store<i32>(outItems + i, -1);
    store<f32>(outScores + i, -Infinity);
  }
  loadRow(job.queries + <usize>query * itemBytes, vector, dim, mask);
  const offset = job.excludedOffsets + ((<usize>query) << 2);
  let skip = job.excluded + ((<usize>load<u32>(offset)) << 2);
  const skipEnd = job.excluded + ((<usize>load<u32>(offset, 4)) << 2);
  const last = outScores + ((<usize>(k - 1)) << 2);
  let worst: f32 = -Infinity;
  for (let first = 0; first < itemCount; first += 4) {
    const left = itemCount - first;
    const y0 = job.items + <usize>first * itemBytes;
    const y1 = y0 + (left > 1 ? itemBytes : 0);
    const y2 = y1 + (left > 2 ? itemBytes : 0);
    const y3 = y2 + (left > 3 ? itemBytes : 0);
    const scores = dot4(vector, y0, y1, y2, y3, whole, bytes, mask);
    if (!v128.any_true(f32x4.gt(scores, f32x4.splat(worst)))) continue;
    v128.store(dots, scores);
    for (let i = 0; i < min(4, left); i++) {
      const score = load<f32>(dots + ((<usize>i) << 2));
      if (!(score > worst)) continue;
      const item = first + i;
      while (skip < skipEnd && load<i32>(skip) < item) skip += 4;
      if (skip < skipEnd && load<i32>(skip) == item) continue;
      insert(outScores, outItems, k, score, item);
      worst = load<f32>(last);
    }
  }
}

/** Queries [begin, end). Scratch: `SCRATCH_BYTES` of `wasm-job.ts`. */
export function scoreTopK(job: usize, begin: i32, end: i32, scratch: usize): void {
  for (let query = begin; query < end; query++) {
    rankQuery(changetype<ScoreTopKJob>(job), query, scratch + 16, scratch);
  }
}
