import type { Scored } from '../../domain/recommendation.ts';

/** How alike two items are, −1 … 1. */
export type Similarity = (a: number, b: number) => number;

export interface DiversifyArgs {
  /** Best first. Better several times as many as are wanted: they are what can be chosen from. */
  readonly candidates: readonly Scored[];
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;
  readonly similarity: Similarity;
  /** 0 … 1: how unfamiliar an item is, by itself. */
  readonly novelty: (item: number) => number;
  /** Items that are not to be given any more; may grow between two places. */
  readonly taken?: ReadonlySet<number>;
}

/** Weight of likeness to what is already in the list at adventurousness 1. Relevance always keeps the rest. */
const MAX_TRADE = 0.7;
/** Part that novelty takes from relevance at adventurousness 1. */
const MAX_NOVELTY = 0.4;

/**
 * Maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998): places are filled one by one, each with
 * the candidate of the largest (1 − t) r(i) − t max_{j chosen} sim(i, j), t = MAX_TRADE · adventurousness.
 * r is the score scaled to 0 … 1 over the candidates, mixed with novelty in the same measure, so that less
 * popular and less familiar items come through as adventurousness grows. At 0 the order is that of the scores.
 * A longer list of the same candidates begins with the shorter one.
 */
export function* diversify(args: DiversifyArgs): Generator<Scored, void> {
  const { candidates, adventurousness, similarity, novelty, taken } = args;
  if (adventurousness === 0 || candidates.length === 0) {
    for (const candidate of candidates) if (!taken?.has(candidate.item)) yield candidate;
    return;
  }
  const trade = MAX_TRADE * adventurousness;
  const mix = MAX_NOVELTY * adventurousness;
  const best = candidates[0]!.score;
  const range = best - candidates.at(-1)!.score;
  const relevance = Float64Array.from(candidates, ({ item, score }) => {
    const scaled = range > 0 ? 1 - (best - score) / range : 1;
    return (1 - mix) * scaled + mix * novelty(item);
  });
  const likeness = new Float64Array(candidates.length);
  let chosen = 0;
  const left = candidates.map((_, i) => i);
  for (;;) {
    let place = -1;
    let bestGain = -Infinity;
    for (let at = 0; at < left.length; at++) {
      const i = left[at]!;
      const gain = (1 - trade) * relevance[i]! - trade * likeness[i]!;
      if (!(gain > bestGain) || taken?.has(candidates[i]!.item)) continue;
      place = at;
      bestGain = gain;
    }
    if (place < 0) return;
    const next = candidates[left.splice(place, 1)[0]!]!;
    yield next;
    for (const i of left) {
      const like = similarity(candidates[i]!.item, next.item);
      likeness[i] = chosen === 0 ? like : Math.max(likeness[i]!, like);
    }
    chosen += 1;
  }
}
