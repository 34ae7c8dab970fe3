import type { InteractionColumns } from '../../../domain/interactions.ts';

export interface LeaveLastOut {
  /** Distinct items of each shopper without the held-out one. */
  readonly known: readonly (readonly number[])[];
  /** The item that each shopper came to last. */
  readonly heldOut: Int32Array;
}

/** Holds out each shopper's last item, with all of its events. */
export function leaveLastOut({ userCount, user, item, at }: InteractionColumns): LeaveLastOut {
  const last = Array.from({ length: userCount }, () => new Map<number, number>());
  for (let row = 0; row < user.length; row++) {
    const times = last[user[row]!]!;
    times.set(item[row]!, Math.max(times.get(item[row]!) ?? 0, at[row]!));
  }
  const heldOut = Int32Array.from(last, (times) => [...times].reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
  return { known: last.map((times, u) => [...times.keys()].filter((i) => i !== heldOut[u])), heldOut };
}

/** One shopper in this many is measured: a fourth is enough, and four times as fast. */
const EVERY = 4;

/** Mean of 1/log₂(rank + 1) for ranks up to 10, over all items the shopper does not know; ties by the smaller. */
export function ndcgAt10({ known, heldOut }: LeaveLastOut, score: (user: number) => Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let user = 0; user < known.length; user += EVERY) {
    const scores = score(user).slice();
    for (const item of known[user]!) scores[item] = -Infinity;
    const wanted = heldOut[user]!;
    let rank = 1;
    for (let item = 0; item < scores.length; item++) {
      if (scores[item]! > scores[wanted]! || (scores[item] === scores[wanted] && item < wanted)) rank++;
    }
    if (rank <= 10) sum += 1 / Math.log2(rank + 1);
    count++;
  }
  return sum / count;
}

/** How many shoppers know each item. */
export function popularityOf({ known }: LeaveLastOut, itemCount: number): Float64Array {
  const popularity = new Float64Array(itemCount);
  for (const items of known) for (const item of items) popularity[item] = popularity[item]! + 1;
  return popularity;
}

/** Item-kNN: the damped cosine of co-occurrence, summed over what the shopper knows. */
export function itemKnn({ known }: LeaveLastOut, popularity: Float64Array): (user: number) => Float64Array {
  const itemCount = popularity.length;
  const together = new Float32Array(itemCount * itemCount);
  for (const items of known) {
    for (const a of items) for (const b of items) if (a !== b) together[a * itemCount + b]!++;
  }
  const damping = 10;
  return (user) => {
    const scores = new Float64Array(itemCount);
    for (const a of known[user]!) {
      for (let b = 0; b < itemCount; b++)
        scores[b]! += together[a * itemCount + b]! / Math.sqrt(popularity[a]! + damping);
    }
    for (let b = 0; b < itemCount; b++) scores[b]! /= Math.sqrt(popularity[b]! + damping);
    return scores;
  };
}
