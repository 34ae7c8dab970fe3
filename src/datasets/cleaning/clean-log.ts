import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { ImportMeter } from '../files/import-meter.ts';
import type { RawLog } from '../formats/raw-log.ts';
import { countLikers } from './count-likers.ts';
import { inSlices } from './in-slices.ts';
import { mergeDuplicates } from './merge-duplicates.ts';
import { orderByPosition } from './order-by-position.ts';

export interface CleanLog {
  readonly columns: InteractionColumns;
  /** See `LikerCounts`. Float32[itemCount]. */
  readonly likers: Float32Array<ArrayBuffer>;
  readonly duplicatesMerged: number;
  /** First and last time, ms; null when no row has one. */
  readonly dateRange: readonly [number, number] | null;
}

/**
 * Makes columns of a raw log: rows of the same user and item become one, the latest. Users and items keep
 * their rows, which are in order of first appearance. Ratings are events of kind `rating`; rows of a log
 * without ratings are `like`s, since all that is known is that the person chose the item. Empties `raw.rows`.
 */
export async function cleanLog(raw: RawLog, meter: ImportMeter): Promise<CleanLog> {
  const userCount = raw.users.size;
  const itemCount = raw.items.size;
  meter.cleaned(0);
  const taken = await raw.rows.take(meter);
  meter.cleaned(0.4);
  const { columns: kept, merged } = await mergeDuplicates(taken, userCount, itemCount, meter);
  meter.cleaned(0.8);
  const ordered = raw.times === 'position' ? await orderByPosition(kept, userCount, meter) : kept;
  const dateRange = await rangeOf(ordered.at, meter);
  const kind = new Uint8Array(ordered.user.length).fill(raw.rated ? KIND_CODE.rating : KIND_CODE.like);
  const columns = { userCount, itemCount, ...ordered, kind };
  const likers = await countLikers(columns, meter);
  meter.cleaned(1);
  return { columns, likers, duplicatesMerged: merged, dateRange };
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
