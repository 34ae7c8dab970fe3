import { createRng } from '../src/domain/rng.ts';
import type { Csr } from '../src/engine/interactions/csr.ts';

export interface Shape {
  readonly userCount: number;
  readonly itemCount: number;
  readonly interactions: number;
}

/** MovieLens 1M without each user's last rating. */
export const ML_1M: Shape = { userCount: 6040, itemCount: 3706, interactions: 994_169 };

/** How far a user's activity strays (log-normal) and how steep popularity is: both close to MovieLens 1M. */
const ACTIVITY_SPREAD = 0.97;
const POPULARITY_SKEW = 2.2;

/** Users × items of the given shape, with busy and quiet users and a long tail of items. All weights 1. */
export function syntheticRows({ userCount, itemCount, interactions }: Shape, seed: number): Csr {
  const rng = createRng(seed).fork('synthetic rows');
  const activity = Float64Array.from({ length: userCount }, () => Math.exp(ACTIVITY_SPREAD * rng.normal()));
  const perActivity = interactions / activity.reduce((a, b) => a + b, 0);
  const offsets = new Int32Array(userCount + 1);
  let wanted = 0;
  activity.forEach((one, user) => {
    wanted += one * perActivity;
    const entries = Math.min(Math.round(wanted) - offsets[user]!, itemCount >> 1);
    offsets[user + 1] = offsets[user]! + Math.max(1, entries);
  });
  const columns = new Int32Array(offsets[userCount]!);
  const takenBy = new Int32Array(itemCount).fill(-1);
  for (let user = 0; user < userCount; user++) {
    for (let e = offsets[user]!; e < offsets[user + 1]!;) {
      const item = Math.floor(itemCount * rng.next() ** POPULARITY_SKEW);
      if (takenBy[item] === user) continue;
      takenBy[item] = user;
      columns[e++] = item;
    }
    columns.subarray(offsets[user], offsets[user + 1]).sort();
  }
  return {
    rowCount: userCount,
    columnCount: itemCount,
    offsets,
    columns,
    weights: new Float32Array(columns.length).fill(1),
  };
}
