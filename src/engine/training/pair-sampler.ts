import type { Rng } from '../../domain/rng.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { Csr } from '../interactions/csr.ts';
import type { Steps } from './steps.ts';
import { EVERY } from './steps.ts';

/**
 * `labelled`: each positive pair once an epoch with label 1, beside it `negatives` pairs of its user and a random
 * item with label 0, all in random order. `ranked`: as many (user, positive, rival) as there are positives, drawn
 * with replacement, the rival unseen; label 1 throughout.
 */
export type Sampling =
  | {
      readonly kind: 'labelled';
      /** Of each positive. */
      readonly negatives: number;
      /** Uniform over all items, seen or not; or over those that the user has not seen. */
      readonly among: 'all' | 'unseen';
    }
  | { readonly kind: 'ranked' };

/** Pairs in the order in which they are learnt from. All arrays of one length. */
export interface Pairs {
  readonly users: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
  readonly rivals: Int32Array<ArrayBuffer> | null;
  readonly labels: Float32Array<ArrayBuffer>;
}

/** A user who has seen nearly everything: after so many draws the last stays, seen or not. */
const MAX_DRAWS = 64;

/**
 * Draws the pairs of epoch after epoch, in blocks. The pairs depend on the log and the rng alone, not on where
 * blocks end. A pair that repels is no positive, and counts as seen.
 */
export class PairSampler {
  /** Pairs of one epoch. */
  readonly perEpoch: number;
  readonly #byUser: Csr;
  readonly #sampling: Sampling;
  readonly #rng: Rng;
  /** User and item of each positive. */
  readonly #users: Int32Array;
  readonly #items: Int32Array;
  /** The order of an epoch's labelled pairs; pair p belongs to positive ⌊p / (1 + negatives)⌋. */
  readonly #order: Int32Array | null = null;
  #next = 0;

  constructor(byUser: Csr, sampling: Sampling, rng: Rng) {
    this.#byUser = byUser;
    this.#sampling = sampling;
    this.#rng = rng;
    const positives = byUser.weights.reduce((sum, weight) => sum + Number(isLiking(weight)), 0);
    const users = new Int32Array(positives);
    const items = new Int32Array(positives);
    let at = 0;
    for (let user = 0; user < byUser.rowCount; user++) {
      for (let entry = byUser.offsets[user]!; entry < byUser.offsets[user + 1]!; entry++) {
        if (!isLiking(byUser.weights[entry]!)) continue;
        users[at] = user;
        items[at++] = byUser.columns[entry]!;
      }
    }
    this.#users = users;
    this.#items = items;
    this.perEpoch = sampling.kind === 'ranked' ? positives : positives * (1 + sampling.negatives);
    if (sampling.kind === 'labelled') this.#order = Int32Array.from({ length: this.perEpoch }, (_, p) => p);
  }

  /** The next `count` pairs of the running epoch; an epoch must have been drawn whole before the next begins. */
  *draw(count: number): Steps<Pairs> {
    if (this.#next % this.perEpoch === 0) yield* this.#shuffle();
    const pairs: Pairs = {
      users: new Int32Array(count),
      items: new Int32Array(count),
      rivals: this.#sampling.kind === 'ranked' ? new Int32Array(count) : null,
      labels: new Float32Array(count),
    };
    for (let at = 0; at < count; at++) {
      this.#drawOne(pairs, at);
      if ((at & EVERY) === EVERY) yield;
    }
    return pairs;
  }

  #drawOne({ users, items, rivals, labels }: Pairs, at: number): void {
    const sampling = this.#sampling;
    const pair = this.#next++ % this.perEpoch;
    if (sampling.kind === 'ranked') {
      const positive = this.#rng.int(this.#items.length);
      users[at] = this.#users[positive]!;
      items[at] = this.#items[positive]!;
      rivals![at] = this.#unseen(users[at]!);
      labels[at] = 1;
      return;
    }
    const example = this.#order![pair]!;
    const positive = Math.floor(example / (1 + sampling.negatives));
    const user = this.#users[positive]!;
    const isPositive = example % (1 + sampling.negatives) === 0;
    users[at] = user;
    labels[at] = isPositive ? 1 : 0;
    if (isPositive) items[at] = this.#items[positive]!;
    else if (sampling.among === 'all') items[at] = this.#rng.int(this.#byUser.columnCount);
    else items[at] = this.#unseen(user);
  }

  #unseen(user: number): number {
    const { columnCount } = this.#byUser;
    let item = this.#rng.int(columnCount);
    for (let draw = 1; draw < MAX_DRAWS && this.#hasSeen(user, item); draw++)
      item = this.#rng.int(columnCount);
    return item;
  }

  /** By bisection: columns ascend within a row. */
  #hasSeen(user: number, item: number): boolean {
    const { offsets, columns } = this.#byUser;
    let low = offsets[user]!;
    let high = offsets[user + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (columns[middle]! < item) low = middle + 1;
      else high = middle;
    }
    return low < offsets[user + 1]! && columns[low] === item;
  }

  /** Fisher and Yates. */
  *#shuffle(): Steps<void> {
    const order = this.#order;
    if (!order) return;
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.#rng.int(last + 1);
      const moved = order[last]!;
      order[last] = order[other]!;
      order[other] = moved;
      if ((last & EVERY) === EVERY) yield;
    }
  }
}
