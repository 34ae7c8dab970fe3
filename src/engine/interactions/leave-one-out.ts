import type { InteractionColumns } from '../../domain/interactions.ts';
import type { Rng } from '../../domain/rng.ts';
import type { Steps } from '../training/steps.ts';
import { atOnce, EVERY, EVERY_ROWS } from '../training/steps.ts';
import type { Csr } from './csr.ts';
import { entryOf } from './csr.ts';
import { WEIGHT_BY_CODE } from '../../domain/pair-weight.ts';

export interface Split {
  /** The log without the held-out pairs. */
  readonly train: Csr;
  /** Users with a held-out item, ascending. Int32[heldOutUsers]. */
  readonly users: Int32Array<ArrayBuffer>;
  /** The item held out of `users[i]`. Int32[heldOutUsers]. */
  readonly heldOut: Int32Array<ArrayBuffer>;
}

export interface LeaveOneOutOptions {
  /** At most so many users, drawn at random; Infinity for all. */
  readonly maxUsers: number;
  readonly rng: Rng;
}

/**
 * Holds out the last item of each user: that of the latest event of a positive kind on an item that the user
 * likes on balance. Ties in time, and logs without times, go by the order of the log (the later row is the
 * later event). The pair leaves the training side with all its events, else an earlier look at the same item
 * would put it among the history that ranking filters. Users who would keep no positive item are left whole.
 */
export function leaveOneOut(log: InteractionColumns, csr: Csr, options: LeaveOneOutOptions): Split {
  return atOnce(leaveOneOutSteps(log, csr, options));
}

/** The same with seams. */
export function* leaveOneOutSteps(
  log: InteractionColumns,
  csr: Csr,
  options: LeaveOneOutOptions,
): Steps<Split> {
  const last = yield* lastPositiveItems(log, csr);
  const users = sample(usersWithTwo(csr, last), options);
  yield;
  const heldOut = users.map((user) => last[user]!);
  return { train: yield* withoutSteps(csr, users, heldOut), users, heldOut };
}

/**
 * Item of each user's last positive event, −1 where there is none. Read from the end, so that in a log in
 * order of time the first find stays and its pair is looked up just once.
 */
function* lastPositiveItems(log: InteractionColumns, csr: Csr): Steps<Int32Array<ArrayBuffer>> {
  const { user, item, kind, at } = log;
  const lastItem = new Int32Array(csr.rowCount).fill(-1);
  const lastAt = new Float64Array(csr.rowCount);
  for (let i = user.length - 1; i >= 0; i--) {
    if ((i & EVERY) === EVERY) yield;
    const row = user[i]!;
    // NaN compares false: an event of unknown time is as late as its place in the log says.
    if (lastItem[row]! >= 0 && !(at[i]! > lastAt[row]!)) continue;
    if (!(WEIGHT_BY_CODE[kind[i]!]! > 0)) continue;
    const entry = entryOf(csr, row, item[i]!);
    if (entry < 0 || !(csr.weights[entry]! > 0)) continue;
    lastItem[row] = item[i]!;
    lastAt[row] = at[i]!;
  }
  return lastItem;
}

/** Users with a last item and at least one further positive one. */
function usersWithTwo(csr: Csr, last: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const users: number[] = [];
  for (let user = 0; user < csr.rowCount; user++) {
    if (last[user]! < 0) continue;
    let positive = 0;
    for (let e = csr.offsets[user]!; e < csr.offsets[user + 1]! && positive < 2; e++) {
      if (csr.weights[e]! > 0) positive += 1;
    }
    if (positive === 2) users.push(user);
  }
  return Int32Array.from(users);
}

/** A uniform sample without replacement (the head of a Fisher–Yates shuffle), ascending. */
function sample(
  users: Int32Array<ArrayBuffer>,
  { maxUsers, rng }: LeaveOneOutOptions,
): Int32Array<ArrayBuffer> {
  if (users.length <= maxUsers) return users;
  for (let i = 0; i < maxUsers; i++) {
    const j = i + rng.int(users.length - i);
    const swap = users[i]!;
    users[i] = users[j]!;
    users[j] = swap;
  }
  return users.slice(0, maxUsers).sort();
}

/** A copy without one column in each of the given rows (ascending). */
export function* withoutSteps(
  csr: Csr,
  rows: Int32Array<ArrayBuffer>,
  drop: Int32Array<ArrayBuffer>,
): Steps<Csr> {
  const kept = csr.columns.length - rows.length;
  const offsets = new Int32Array(csr.rowCount + 1);
  const columns = new Int32Array(kept);
  const weights = new Float32Array(kept);
  let place = 0;
  let next = 0;
  for (let row = 0; row < csr.rowCount; row++) {
    const dropped = rows[next] === row ? drop[next++]! : -1;
    for (let e = csr.offsets[row]!; e < csr.offsets[row + 1]!; e++) {
      if (csr.columns[e] === dropped) continue;
      columns[place] = csr.columns[e]!;
      weights[place] = csr.weights[e]!;
      place += 1;
    }
    offsets[row + 1] = place;
    if ((row & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  return { rowCount: csr.rowCount, columnCount: csr.columnCount, offsets, columns, weights };
}
