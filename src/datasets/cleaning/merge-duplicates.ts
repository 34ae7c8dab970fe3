import type { ImportMeter } from '../files/import-meter.ts';

/** Log columns while they are cleaned; exactly as long as there are rows. */
export interface LogColumns {
  user: Int32Array<ArrayBuffer>;
  item: Int32Array<ArrayBuffer>;
  value: Float32Array<ArrayBuffer>;
  at: Float64Array<ArrayBuffer>;
}

/** Rows between two looks at the meter. */
const SLICE_ROWS = 1 << 15;
const BYTES_A_ROW = 8;

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
 * Marks all but the latest row of each user and item; where times are equal or unknown, the later row in the
 * file is the latest. Returns the marks (1: drop) and how many there are.
 */
export async function findDuplicates(
  columns: LogColumns,
  itemCount: number,
  { offsets, rows }: RowsByUser,
  meter: ImportMeter,
): Promise<{ readonly drop: Uint8Array<ArrayBuffer>; readonly count: number }> {
  const { item, at } = columns;
  const drop = new Uint8Array(rows.length);
  const latest = new Int32Array(itemCount); // row + 1 of the user whose number `owner` holds
  const owner = new Int32Array(itemCount).fill(-1);
  let count = 0;
  let sinceTurn = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    const end = offsets[user + 1]!;
    for (let k = offsets[user]!; k < end; k++) {
      const row = rows[k]!;
      const what = item[row]!;
      if (owner[what] === user) {
        const before = latest[what]!;
        const older = at[before]! > at[row]! ? row : before;
        drop[older] = 1;
        count++;
        if (older === row) continue;
      }
      owner[what] = user;
      latest[what] = row;
    }
    sinceTurn += end - offsets[user]! + 1;
    if (sinceTurn >= SLICE_ROWS) {
      await meter.work(sinceTurn * BYTES_A_ROW);
      sinceTurn = 0;
    }
  }
  return { drop, count };
}

/** The columns without the marked rows, in the same order. */
export async function dropRows(
  columns: LogColumns,
  drop: Uint8Array<ArrayBuffer>,
  meter: ImportMeter,
): Promise<LogColumns> {
  let kept = 0;
  const { user, item, value, at } = columns;
  await inSlices(drop.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) {
      if (drop[row] === 1) continue;
      user[kept] = user[row]!;
      item[kept] = item[row]!;
      value[kept] = value[row]!;
      at[kept] = at[row]!;
      kept++;
    }
  });
  return {
    user: user.slice(0, kept),
    item: item.slice(0, kept),
    value: value.slice(0, kept),
    at: at.slice(0, kept),
  };
}

/** Runs a loop over rows with turns in between. */
export async function inSlices(
  rows: number,
  meter: ImportMeter,
  slice: (begin: number, end: number) => void,
): Promise<void> {
  for (let begin = 0; begin < rows; begin += SLICE_ROWS) {
    const end = Math.min(rows, begin + SLICE_ROWS);
    slice(begin, end);
    await meter.work((end - begin) * BYTES_A_ROW);
  }
}
