import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { ImportMeter } from '../files/import-meter.ts';
import type { RawLog } from '../formats/raw-log.ts';
import type { RowBlock } from '../formats/row-buffer.ts';
import { dropRows, findDuplicates, groupByUser, inSlices } from './merge-duplicates.ts';
import type { LogColumns } from './merge-duplicates.ts';
import { orderByPosition } from './order-by-position.ts';

export interface CleanLog {
  readonly columns: InteractionColumns;
  readonly duplicatesMerged: number;
  /** First and last time, ms; null when no row has one. */
  readonly dateRange: readonly [number, number] | null;
}

/**
 * Makes columns of a raw log: rows of the same user and item become one, the latest. Users and items keep
 * their rows, which are in order of first appearance. Ratings are events of kind `rating`; rows of a log
 * without ratings are `like`s, since all that is known is that the person chose the item. Empties `raw.blocks`.
 */
export async function cleanLog(raw: RawLog, meter: ImportMeter): Promise<CleanLog> {
  const userCount = raw.users.size;
  const itemCount = raw.items.size;
  let columns = joinBlocks(raw.blocks, raw.rowCount);
  meter.cleaned(0.2);
  const byUser = await groupByUser(columns.user, userCount, meter);
  meter.cleaned(0.5);
  const { drop, count } = await findDuplicates(columns, itemCount, byUser, meter);
  if (count > 0) columns = await dropRows(columns, drop, meter);
  if (raw.times === 'position') columns = await orderByPosition(columns, userCount, meter);
  meter.cleaned(0.9);
  const dateRange = await rangeOf(columns.at, meter);
  meter.cleaned(1);
  const kind = new Uint8Array(columns.user.length).fill(raw.rated ? KIND_CODE.rating : KIND_CODE.like);
  return { columns: { userCount, itemCount, ...columns, kind }, duplicatesMerged: count, dateRange };
}

/** One column after the other, so that at most one exists twice. */
function joinBlocks(blocks: RowBlock[], rows: number): LogColumns {
  const joined: LogColumns = {
    user: new Int32Array(rows),
    item: new Int32Array(rows),
    value: new Float32Array(rows),
    at: new Float64Array(rows),
  };
  let row = 0;
  for (let block = blocks.shift(); block; block = blocks.shift()) {
    joined.user.set(block.user.subarray(0, block.length), row);
    joined.item.set(block.item.subarray(0, block.length), row);
    joined.value.set(block.value.subarray(0, block.length), row);
    joined.at.set(block.at.subarray(0, block.length), row);
    row += block.length;
  }
  return joined;
}

async function rangeOf(at: Float64Array, meter: ImportMeter): Promise<readonly [number, number] | null> {
  let first = Infinity;
  let last = -Infinity;
  await inSlices(at.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) {
      const time = at[row]!; // NaN passes neither comparison
      if (time < first) first = time;
      if (time > last) last = time;
    }
  });
  return first <= last ? [first, last] : null;
}
