import type { Scored } from '../../domain/recommendation.ts';
import type { Similarity } from './diversity.ts';

export interface DiversifyArgs {
  /** Best first. At least as many as wanted, better several times as many: they are what can be chosen from. */
  readonly candidates: readonly Scored[];
  readonly k: number;
  /** 0 familiar … 1 adventurous. */
  readonly adventurousness: number;
  readonly similarity: Similarity;
  /** 0 … 1: how unfamiliar an item is, by itself. */
  readonly novelty: (item: number) => number;
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
 */
export function diversify(args: DiversifyArgs): Scored[] {
  const { candidates, k, adventurousness, similarity, novelty } = args;
  if (adventurousness === 0 || candidates.length === 0) return candidates.slice(0, k);
  const trade = MAX_TRADE * adventurousness;
  const mix = MAX_NOVELTY * adventurousness;
  const best = candidates[0]!.score;
  const range = best - candidates.at(-1)!.score;
  const left = candidates.map((candidate) => {
    const relevance = range > 0 ? 1 - (best - candidate.score) / range : 1;
    return {
      candidate,
      relevance: (1 - mix) * relevance + mix * novelty(candidate.item),
      likeness: -Infinity,
    };
  });
  const chosen: Scored[] = [];
  while (chosen.length < k && left.length > 0) {
    let place = 0;
    let bestGain = -Infinity;
    left.forEach(({ relevance, likeness }, i) => {
      const gain = (1 - trade) * relevance - trade * (likeness === -Infinity ? 0 : likeness);
      if (gain > bestGain) [place, bestGain] = [i, gain];
    });
    const next = left.splice(place, 1)[0]!.candidate;
    chosen.push(next);
    for (const other of left)
      other.likeness = Math.max(other.likeness, similarity(other.candidate.item, next.item));
  }
  return chosen;
}
