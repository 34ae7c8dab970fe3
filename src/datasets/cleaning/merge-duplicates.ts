import type { ImportMeter } from '../files/import-meter.ts';
import type { LogColumns } from '../formats/row-buffer.ts';
import { BYTES_A_ROW, SLICE_ROWS, inSlices } from './in-slices.ts';

/** Row numbers grouped by user, each user's in file order. `offsets` Int32[userCount + 1], `rows` Int32[n]. */
export interface RowsByUser {
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly rows: Int32Array<ArrayBuffer>;
}

/** A counting sort: two passes, no comparison. */
export async function groupByUser(
  user: Int32Array<ArrayBuffer>,
  userCount: number,
  meter: ImportMeter,
): Promise<RowsByUser> {
  const offsets = new Int32Array(userCount + 1);
  const rows = new Int32Array(user.length);
  await inSlices(user.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) offsets[user[row]! + 1]!++;
  });
  for (let u = 0; u < userCount; u++) offsets[u + 1]! += offsets[u]!;
  const next = offsets.slice(0, userCount);
  await inSlices(user.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) rows[next[user[row]!]!++] = row;
  });
  return { offsets, rows };
}

/**
 * Merges the rows of the same user and item into the latest one; where times are equal or unknown, the later
 * row in the file is the latest. The rest keep their order. Takes the columns over. Returns how many rows went.
 */
export async function mergeDuplicates(
  columns: LogColumns,
  userCount: number,
  itemCount: number,
  meter: ImportMeter,
): Promise<{ readonly columns: LogColumns; readonly merged: number }> {
  const { drop, count } = await findDuplicates(columns, userCount, itemCount, meter);
  if (count === 0) return { columns, merged: 0 };
  const kept = drop.length - count;
  // One column after the other: at most one exists twice.
  const left: { -readonly [K in keyof LogColumns]: LogColumns[K] } = columns;
  left.user = await withoutDropped(left.user, new Int32Array(kept), drop, meter);
  left.item = await withoutDropped(left.item, new Int32Array(kept), drop, meter);
  left.value = await withoutDropped(left.value, new Float32Array(kept), drop, meter);
  left.at = await withoutDropped(left.at, new Float64Array(kept), drop, meter);
  return { columns: left, merged: count };
}

/** Marks the rows to drop with 1. */
async function findDuplicates(
  { user, item, at }: LogColumns,
  userCount: number,
  itemCount: number,
  meter: ImportMeter,
): Promise<{ readonly drop: Uint8Array<ArrayBuffer>; readonly count: number }> {
  const { offsets, rows } = await groupByUser(user, userCount, meter);
  const drop = new Uint8Array(rows.length);
  const latest = new Int32Array(itemCount); // row of the user in `owner`
  const owner = new Int32Array(itemCount).fill(-1);
  let count = 0;
  let sinceTurn = 0;
  for (let u = 0; u < userCount; u++) {
    const end = offsets[u + 1]!;
    for (let k = offsets[u]!; k < end; k++) {
      const row = rows[k]!;
      const what = item[row]!;
      if (owner[what] === u) {
        const before = latest[what]!;
        const older = at[before]! > at[row]! ? row : before;
        drop[older] = 1;
        count++;
        if (older === row) continue;
      }
      owner[what] = u;
      latest[what] = row;
    }
    sinceTurn += end - offsets[u]! + 1;
    if (sinceTurn >= SLICE_ROWS) {
      await meter.work(sinceTurn * BYTES_A_ROW);
      sinceTurn = 0;
    }
  }
  return { drop, count };
}

async function withoutDropped<T extends Int32Array | Float32Array | Float64Array>(
  from: T,
  to: T,
  drop: Uint8Array,
  meter: ImportMeter,
): Promise<T> {
  let kept = 0;
  await inSlices(from.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) if (drop[row] === 0) to[kept++] = from[row]!;
  });
  return to;
}
