import type { Rng } from '../../domain/rng.ts';
import type { Sequences } from '../interactions/sequences.ts';

/** Users whose last item is kept back from training, to validate by. */
export interface Validation {
  /** What training may see. */
  readonly train: Sequences;
  /** What each of them took before, oldest first. */
  readonly histories: readonly Int32Array[];
  /** What each took last. Int32[histories.length]. */
  readonly wanted: Int32Array<ArrayBuffer>;
}

/** Fewer events are not worth being taken from a user. */
const FEWEST = 3;

/** Keeps back the last item of `count` random users, at most a tenth of those who have three events or more. */
export function holdOutLast(sequences: Sequences, count: number, rng: Rng): Validation {
  const { itemCount, offsets, items } = sequences;
  const able = [...offsets.keys()].filter((u) => (offsets[u + 1] ?? 0) - offsets[u]! >= FEWEST);
  const chosen = Math.min(count, Math.floor(able.length / 10));
  for (let i = 0; i < chosen; i++) {
    const j = i + rng.int(able.length - i);
    [able[i], able[j]] = [able[j]!, able[i]!];
  }
  const users = able.slice(0, chosen);
  const last = users.map((user) => offsets[user + 1]! - 1);
  const isLast = new Set(last);
  const shortened = new Set(users);
  const ends = new Int32Array(offsets.length);
  for (let user = 0; user + 1 < offsets.length; user++) {
    ends[user + 1] = ends[user]! + offsets[user + 1]! - offsets[user]! - (shortened.has(user) ? 1 : 0);
  }
  return {
    train: { itemCount, offsets: ends, items: items.filter((_, e) => !isLast.has(e)) },
    histories: users.map((user, i) => items.slice(offsets[user], last[i])),
    wanted: Int32Array.from(last, (e) => items[e]!),
  };
}

/**
 * NDCG@10 of one wanted item, full ranking without the history: 1 / log₂(rank + 2), rank from 0, where that is below 10.
 * A tie counts against it, and so does what is no number: a network that has diverged is not the best. 0 where the history has
 * it.
 */
export function ndcgAt10OfLast(scores: Float32Array, history: Int32Array, wanted: number): number {
  const known = new Set(history);
  if (known.has(wanted)) return 0;
  let rank = -1;
  for (let item = 0; item < scores.length; item++) {
    if (!(scores[item]! < scores[wanted]!) && !known.has(item)) rank += 1;
  }
  return rank < 10 ? 1 / Math.log2(rank + 2) : 0;
}
