import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import type { HeldOut } from './full-ranking.ts';
import { nothingHeldOut } from './full-ranking.ts';
import { meanOf } from './statistics.ts';

export interface SampledMetrics {
  readonly hitRateAt10: number;
  readonly ndcgAt10: number;
}

/** Given negatives beside the held-out item. */
export interface SampledCandidates extends HeldOut {
  readonly perUser: number;
  /** negatives[i·perUser …] are ranked against heldOut[i]; −1 is an empty place. Int32[users · perUser]. */
  readonly negatives: Int32Array<ArrayBuffer>;
}

/** By users[i] of the candidates. Float64[users]. */
export type SampledFigures = Readonly<Record<keyof SampledMetrics, Float64Array<ArrayBuffer>>>;

/**
 * Protocol `ncf` (He et al., WWW 2017): the held-out item among 99 given negatives. As in the authors'
 * evaluate.py the candidates are a set of distinct items (some rows list the held-out item itself as a
 * negative, and it must not compete with itself); the held-out item goes last in a tie. NDCG = ln 2 / ln(rank + 2),
 * rank from 0. @throws 'training/no-data' without users.
 */
export async function rankAmongNegatives(
  model: Recommender,
  candidates: SampledCandidates,
  pacer: Pacer,
): Promise<SampledFigures> {
  const { users, heldOut, perUser, negatives } = candidates;
  if (users.length === 0) throw nothingHeldOut();
  const hitRateAt10 = new Float64Array(users.length);
  const ndcgAt10 = new Float64Array(users.length);
  await pacer.slices(
    users.length,
    (user) => user * perUser,
    async (begin, end) => {
      for (let i = begin; i < end; i++) {
        const others = new Set(negatives.subarray(i * perUser, (i + 1) * perUser));
        others.delete(heldOut[i]!);
        others.delete(-1);
        const [wanted, ...scores] = model.scoreItems(users[i]!, Int32Array.of(heldOut[i]!, ...others));
        // Not `score >= wanted`: what is no number at all (NaN) must speak against the model, on either side.
        const rank = scores.filter((score) => !(score < wanted!)).length;
        if (rank >= 10) continue;
        hitRateAt10[i] = 1;
        ndcgAt10[i] = Math.LN2 / Math.log(rank + 2);
      }
    },
  );
  return { hitRateAt10, ndcgAt10 };
}

/** Means of `rankAmongNegatives` over the users. */
export async function evaluateSampled(
  model: Recommender,
  candidates: SampledCandidates,
  pacer: Pacer,
): Promise<SampledMetrics> {
  const { hitRateAt10, ndcgAt10 } = await rankAmongNegatives(model, candidates, pacer);
  return { hitRateAt10: meanOf(hitRateAt10), ndcgAt10: meanOf(ndcgAt10) };
}
