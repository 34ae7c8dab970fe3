import type { ImportMeter } from '../files/import-meter.ts';
import type { LogColumns } from '../formats/row-buffer.ts';
import { inSlices } from './in-slices.ts';
import { groupByUser } from './merge-duplicates.ts';

/**
 * Brings each user's rows into the order of the places that `at` holds, then forgets the places: they are no
 * times. Rows that stand in order already (as in every file seen) are left where they are; else the rows come
 * out grouped by user.
 */
export async function orderByPosition(
  columns: LogColumns,
  userCount: number,
  meter: ImportMeter,
): Promise<LogColumns> {
  const { user, at } = columns;
  const last = new Float64Array(userCount).fill(-Infinity);
  let inOrder = true;
  await inSlices(user.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) {
      if (at[row]! < last[user[row]!]!) inOrder = false;
      last[user[row]!] = at[row]!;
    }
  });
  let ordered = columns;
  if (!inOrder) {
    const { offsets, rows } = await groupByUser(user, userCount, meter);
    for (let u = 0; u < userCount; u++) {
      const own = rows.subarray(offsets[u], offsets[u + 1]);
      own.set([...own].sort((a, b) => at[a]! - at[b]! || a - b));
      await meter.work(own.length * 8);
    }
    const n = rows.length;
    ordered = {
      user: await taken(user, new Int32Array(n), rows, meter),
      item: await taken(columns.item, new Int32Array(n), rows, meter),
      value: await taken(columns.value, new Float32Array(n), rows, meter),
      at: await taken(at, new Float64Array(n), rows, meter),
    };
  }
  ordered.at.fill(NaN);
  return ordered;
}

async function taken<T extends Int32Array | Float32Array | Float64Array>(
  from: T,
  to: T,
  rows: Int32Array,
  meter: ImportMeter,
): Promise<T> {
  await inSlices(rows.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) to[row] = from[rows[row]!]!;
  });
  return to;
}
