import type { Sequences } from '../interactions/sequences.ts';

/** Where there is no item. */
export const PADDING = -1;

/** Rows of items in order, all of one length; a shorter one is padded on the left. */
export interface Rows {
  readonly rowCount: number;
  readonly length: number;
  /** Int32[rowCount · length]; `PADDING` where there is none. */
  readonly items: Int32Array<ArrayBuffer>;
}

/** Rows to learn from: after items[p] came targets[p]. */
export interface TrainingRows extends Rows {
  /** Int32[rowCount · length]; `PADDING` where items has it, too. */
  readonly targets: Int32Array<ArrayBuffer>;
}

/** Where a training row ends: its last target is items[end]. */
export interface RowEnds {
  /** Int32[count]: the user, and the position in `Sequences.items`. */
  readonly users: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
}

/**
 * Cuts every sequence, from its end backwards, into rows of `length` steps from an item to the next one. Every step
 * is in exactly one row. A sequence of one item has none.
 */
export function rowEnds({ offsets }: Sequences, length: number): RowEnds {
  const users: number[] = [];
  const ends: number[] = [];
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let end = offsets[user + 1]! - 1; end > offsets[user]!; end -= length) {
      users.push(user);
      ends.push(end);
    }
  }
  return { users: Int32Array.from(users), ends: Int32Array.from(ends) };
}

/**
 * The chosen rows, `rowCount` of them whatever the choice, so that every batch has one shape: the rest is padding.
 *
 * @param chosen places in `ends`, at most rowCount
 */
export function trainingRows(
  { offsets, items: all }: Sequences,
  { users, ends }: RowEnds,
  chosen: Int32Array,
  rowCount: number,
  length: number,
): TrainingRows {
  const items = new Int32Array(rowCount * length).fill(PADDING);
  const targets = new Int32Array(rowCount * length).fill(PADDING);
  chosen.forEach((place, row) => {
    const end = ends[place]!;
    const begin = Math.max(offsets[users[place]!]!, end - length);
    const at = (row + 1) * length - (end - begin);
    items.set(all.subarray(begin, end), at);
    targets.set(all.subarray(begin + 1, end + 1), at);
  });
  return { rowCount, length, items, targets };
}

/** The latest items of some histories, one a row. `rowCount`: as many rows whatever the number of histories. */
export function latestRows(histories: readonly Int32Array[], rowCount: number, length: number): Rows {
  const items = new Int32Array(rowCount * length).fill(PADDING);
  histories.forEach((history, row) => {
    const latest = history.subarray(Math.max(0, history.length - length));
    items.set(latest, (row + 1) * length - latest.length);
  });
  return { rowCount, length, items };
}
