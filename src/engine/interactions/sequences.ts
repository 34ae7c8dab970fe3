import type { InteractionColumns } from '../../domain/interactions.ts';
import { WEIGHT_BY_CODE } from '../../domain/pair-weight.ts';
import type { Steps } from '../training/steps.ts';
import { atOnce, EVERY, EVERY_ROWS } from '../training/steps.ts';
import { orderSteps } from './order-by.ts';

/** What each user took, in the order of time, for models that learn what comes next. An item may come again. */
export interface Sequences {
  readonly itemCount: number;
  /** User u owns items[offsets[u]] … items[offsets[u + 1] − 1], oldest first. Int32[userCount + 1]. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** Int32[eventCount], each in [0, itemCount). */
  readonly items: Int32Array<ArrayBuffer>;
  /** When each event was. Absent where whoever made the sequences knows no times. */
  readonly times?: EventTimes;
}

/** Event e was at `at[rows[e]]`: the log's own column, since few models go by times. */
export interface EventTimes {
  /** ms since the epoch, NaN where unknown. Float64[rows of the log]. */
  readonly at: Float64Array<ArrayBuffer>;
  /** Of the log. Int32[eventCount]. */
  readonly rows: Int32Array<ArrayBuffer>;
}

/**
 * The events of a positive kind (`WEIGHT_BY_CODE`), by user and then by time. Ties in time, and logs without
 * times, go by the order of the log, as in `leaveOneOut`.
 */
export function sequencesOf(log: InteractionColumns): Sequences {
  return atOnce(sequenceSteps(log));
}

/** The same with seams. */
export function* sequenceSteps(log: InteractionColumns): Steps<Sequences> {
  const positive = log.kind.reduce((count, code) => count + (WEIGHT_BY_CODE[code]! > 0 ? 1 : 0), 0);
  const positions = new Int32Array(positive);
  let taken = 0;
  for (let i = 0; i < log.kind.length; i++) {
    if (WEIGHT_BY_CODE[log.kind[i]!]! > 0) positions[taken++] = i;
    if ((i & EVERY) === EVERY) yield;
  }
  const order = yield* orderSteps(log.user, log.userCount, positions);
  const offsets = new Int32Array(log.userCount + 1);
  for (const position of order) offsets[log.user[position]! + 1]! += 1;
  for (let user = 0; user < log.userCount; user++) offsets[user + 1]! += offsets[user]!;
  for (let user = 0; user < log.userCount; user++) {
    // An event of unknown time is as late as its place in the log says: NaN compares as equal.
    order.subarray(offsets[user]!, offsets[user + 1]!).sort((a, b) => log.at[a]! - log.at[b]! || a - b);
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  return {
    itemCount: log.itemCount,
    offsets,
    items: order.map((position) => log.item[position]!),
    times: { at: log.at, rows: order },
  };
}

/** A copy in which the item `drop[i]` comes nowhere in the events of `users[i]` (ascending). */
export function* withoutItems(
  { itemCount, offsets, items, times }: Sequences,
  users: Int32Array<ArrayBuffer>,
  drop: Int32Array<ArrayBuffer>,
): Steps<Sequences> {
  const kept = new Int32Array(items.length);
  const ends = new Int32Array(offsets.length);
  let count = 0;
  for (let user = 0, next = 0; user + 1 < offsets.length; user++) {
    const gone = users[next] === user ? drop[next++]! : -1;
    for (let e = offsets[user]!; e < offsets[user + 1]!; e++) {
      if (items[e] !== gone) kept[count++] = e;
    }
    ends[user + 1] = count;
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  const events = kept.slice(0, count);
  return {
    itemCount,
    offsets: ends,
    items: events.map((e) => items[e]!),
    ...(times && { times: { at: times.at, rows: events.map((e) => times.rows[e]!) } }),
  };
}
