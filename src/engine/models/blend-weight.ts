import type { Rng } from '../../domain/rng.ts';
import { withoutSteps } from '../interactions/leave-one-out.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { withoutItems } from '../interactions/sequences.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Steps } from '../training/steps.ts';
import { EVERY_ROWS } from '../training/steps.ts';
import type { Recommender } from './recommender.ts';

/** A log without the last item of some users. */
export interface Validation {
  readonly train: Csr;
  readonly sequences: Sequences;
  /** Ascending. */
  readonly users: Int32Array<ArrayBuffer>;
  /** The item held out of users[i], which is nowhere in their training. */
  readonly heldOut: Int32Array<ArrayBuffer>;
}

/** Weights are tried in steps of 1 / STEPS. */
const STEPS = 20;

/**
 * Holds the last item out of at most `maxUsers` users, drawn at random among those who keep two other items. The item
 * leaves their training wherever it comes.
 */
export function* validationSteps(
  byUser: Csr,
  sequences: Sequences,
  maxUsers: number,
  rng: Rng,
): Steps<Validation> {
  const { offsets, items } = sequences;
  const able: number[] = [];
  for (let user = 0; user + 1 < offsets.length; user++) {
    const own = new Set(items.subarray(offsets[user], offsets[user + 1]));
    const last = items[offsets[user + 1]! - 1];
    if (own.size > 2 && rowColumns(byUser, user).includes(last!)) able.push(user);
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  const chosen = able.map((user) => ({ user, lot: rng.next() })).sort((a, b) => a.lot - b.lot);
  const users = Int32Array.from(chosen.slice(0, maxUsers), ({ user }) => user).sort();
  const heldOut = users.map((user) => items[offsets[user + 1]! - 1]!);
  yield;
  return {
    train: yield* withoutSteps(byUser, users, heldOut),
    sequences: yield* withoutItems(sequences, users, heldOut),
    users,
    heldOut,
  };
}

/**
 * The weight in 0, 1/20, … 1 with the best mean NDCG@10 of the held-out items, among all items but the user's own; the
 * smallest of equals. ½ without users. @throws 'training/cancelled'
 */
export async function bestWeight(
  first: Recommender,
  second: Recommender,
  { train, users, heldOut }: Validation,
  pacer: Pacer,
): Promise<number> {
  const gains = new Float64Array(STEPS + 1);
  const hidden = new Uint8Array(train.columnCount);
  for (let i = 0; i < users.length; i++) {
    const ofFirst = standardised(scoresOf(first, users[i]!));
    const ofSecond = standardised(scoresOf(second, users[i]!));
    hidden.fill(0);
    for (const item of rowColumns(train, users[i]!)) hidden[item] = 1;
    ranksOf(heldOut[i]!, ofFirst, ofSecond, hidden).forEach((rank, step) => {
      if (rank < 10) gains[step]! += 1 / Math.log2(rank + 2);
    });
    if (pacer.due) await pacer.breathe();
  }
  return users.length === 0 ? 0.5 : gains.indexOf(Math.max(...gains)) / STEPS;
}

/**
 * At each weight, how many items come before one: those of a larger score, of equal ones the smaller items; those that
 * are hidden count for nothing. Int32[STEPS + 1].
 */
function ranksOf(wanted: number, first: Float64Array, second: Float64Array, hidden: Uint8Array): Int32Array {
  const ranks = new Int32Array(STEPS + 1);
  const weights = Float64Array.from(ranks.keys(), (step) => step / STEPS);
  const own = weights.map((weight) => weight * first[wanted]! + (1 - weight) * second[wanted]!);
  for (let item = 0; item < first.length; item++) {
    if (hidden[item] === 1 || item === wanted) continue;
    const [one, other] = [first[item]!, second[item]!];
    for (let step = 0; step <= STEPS; step++) {
      const score = weights[step]! * one + (1 - weights[step]!) * other;
      if (score > own[step]! || (score === own[step]! && item < wanted)) ranks[step]! += 1;
    }
  }
  return ranks;
}

/** A user's scores of all items. Float64[itemCount]. */
export function scoresOf(model: Recommender, user: number): Float64Array<ArrayBuffer> {
  return model.scoreItems(
    user,
    new Int32Array(model.itemCount).map((_, item) => item),
  );
}

/** 1 / the standard deviation of one person's scores over all items; 0 where all are the same. */
export function scaleOf(scores: Float64Array): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return variance > 0 ? 1 / Math.sqrt(variance) : 0;
}

/**
 * Over their standard deviation. Their mean stays: it is the same for all items of a person, and without it scores
 * would no longer be the sum of shares.
 */
export function standardised(scores: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const scale = scaleOf(scores);
  return scores.map((score) => score * scale);
}

export function mixed(
  weight: number,
  first: Float64Array<ArrayBuffer>,
  second: Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  return first.map((score, item) => weight * score + (1 - weight) * second[item]!);
}
