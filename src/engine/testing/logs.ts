import { KIND_CODE } from '../../domain/events.ts';
import type { EventKind } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { createRng } from '../../domain/rng.ts';

export type LogRow = readonly [user: number, item: number, kind: EventKind, at?: number];

/** A log from rows. Without a time: NaN. */
export function logOf(userCount: number, itemCount: number, rows: readonly LogRow[]): InteractionColumns {
  return {
    userCount,
    itemCount,
    user: Int32Array.from(rows, ([user]) => user),
    item: Int32Array.from(rows, ([, item]) => item),
    kind: Uint8Array.from(rows, ([, , kind]) => KIND_CODE[kind]),
    value: new Float32Array(rows.length).fill(1),
    at: Float64Array.from(rows, ([, , , at]) => at ?? Number.NaN),
  };
}

export interface Checkerboard {
  readonly log: InteractionColumns;
  /** The one item of its own colour that each user has not taken. Int32[userCount]. */
  readonly missing: Int32Array<ArrayBuffer>;
}

/**
 * Users and items in two colours: a user takes every item of their own colour but one, and nothing else. The
 * right answer for each user is known: the missing item, before all items of the other colour. The popularity
 * of all items is about the same, so that it is no help. In time they follow each other by their number, or `mixed`.
 */
export function checkerboard(order?: 'mixed', userCount = 40, itemCount = 24): Checkerboard {
  const rows: LogRow[] = [];
  const rng = createRng(1).fork('checkerboard');
  const missing = new Int32Array(userCount);
  const perColour = itemCount / 2;
  for (let user = 0; user < userCount; user++) {
    const colour = user % 2;
    const left = 2 * (Math.floor(user / 2) % perColour) + colour;
    missing[user] = left;
    for (let item = colour; item < itemCount; item += 2) {
      const at = order === 'mixed' ? rng.next() : rows.length;
      if (item !== left) rows.push([user, item, 'like', at]);
    }
  }
  return { log: logOf(userCount, itemCount, rows), missing };
}

/** Users of four tastes among items of four sorts, with some noise; all kinds of events, times growing. */
export function tasteLog(seed: number, userCount = 80, itemCount = 48, events = 2400): InteractionColumns {
  const rng = createRng(seed).fork('taste log');
  const kinds: readonly EventKind[] = ['view', 'view', 'view', 'like', 'cart', 'purchase'];
  const rows: LogRow[] = [];
  for (let i = 0; i < events; i++) {
    const user = rng.int(userCount);
    const sort = rng.next() < 0.85 ? user % 4 : rng.int(4);
    // The head of each sort is taken more often: there is a long tail.
    const rank = Math.floor((itemCount / 4) * rng.next() ** 2);
    rows.push([user, rank * 4 + sort, kinds[rng.int(kinds.length)]!, 1e12 + i * 60_000]);
  }
  return logOf(userCount, itemCount, rows);
}
