import type { Rng } from '../../domain/rng.ts';
import { outOfRange } from './accountant/mechanism.ts';

/**
 * Local differential privacy: each person's answer is made private before it leaves them, and nobody is trusted with
 * the true one. Each report costs its own ε; of several reports of one person the ε add up. For a real release the
 * chance must come from a cryptographic source.
 */

/** Uniform numbers in [0, 1). */
type UniformSource = Pick<Rng, 'next' | 'int'>;

/**
 * k-ary randomised response (Warner 1965; Kairouz, Oh, Viswanath, NeurIPS 2014): the true answer with probability
 * e^ε / (e^ε + k − 1), else one of the others, all alike. ε-DP exactly. With two choices: yes or no.
 * @throws 'argument/range' naming the field.
 */
export function randomisedResponse(
  answer: number,
  choices: number,
  epsilon: number,
  rng: UniformSource,
): number {
  const keep = keepingChance(choices, epsilon);
  if (!(Number.isInteger(answer) && answer >= 0 && answer < choices)) {
    throw outOfRange('answer', answer, `an integer from 0 to ${choices - 1}`);
  }
  if (rng.next() < keep) return answer;
  const other = rng.int(choices - 1);
  return other < answer ? other : other + 1;
}

export interface EstimatedCount {
  /** Without bias; may be negative, or above the number of reports. */
  readonly count: number;
  /** Of the estimate, by the responses' chance alone. */
  readonly standardError: number;
}

/** How many gave each answer in truth, from how many reported it. `reported`: a count for each choice. */
export function estimateCounts(reported: ArrayLike<number>, epsilon: number): readonly EstimatedCount[] {
  const counts = Array.from(reported);
  const keep = keepingChance(counts.length, epsilon);
  const turn = (1 - keep) / (counts.length - 1);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => {
    const estimate = (count - total * turn) / (keep - turn);
    const truth = Math.min(total, Math.max(0, estimate));
    const variance = truth * keep * (1 - keep) + (total - truth) * turn * (1 - turn);
    return { count: estimate, standardError: Math.sqrt(variance) / (keep - turn) };
  });
}

function keepingChance(choices: number, epsilon: number): number {
  if (!(Number.isInteger(choices) && choices >= 2)) {
    throw outOfRange('choices', choices, 'an integer of 2 or more');
  }
  if (!(epsilon > 0)) throw outOfRange('epsilon', epsilon, 'above 0');
  return 1 / (1 + (choices - 1) * Math.exp(-epsilon));
}

/** ε is rounded down to a multiple of one over this, so that the noise can be drawn by whole numbers alone. */
const PARTS = 1024;
/** A bound above it would leave no whole numbers to draw from. */
const MOST_SENSITIVITY = 1e5;

/**
 * A count with noise of the two-sided geometric distribution, P(k) ∝ e^(−|k| ε / sensitivity): the Laplace mechanism
 * on whole numbers, ε-DP (Ghosh, Roughgarden, Sundararajan, STOC 2009). Whole numbers, because the lowest digits of a
 * Laplace number in floating point give the count away (Mironov, CCS 2012); and drawn by whole numbers, so that every
 * probability is what it must be and no δ is left (Canonne, Kamath, Steinke, NeurIPS 2020, algorithm 2). `epsilon`: at
 * least 1/1024. `sensitivity`: by how much one person can change the count, an integer of 1 … 1e5.
 * @throws 'argument/range' naming the field.
 */
export function noisyCount(
  count: number,
  epsilon: number,
  chance: Pick<Rng, 'int'>,
  sensitivity: number = 1,
): number {
  if (!Number.isInteger(count)) throw outOfRange('count', count, 'an integer');
  if (!(epsilon >= 1 / PARTS && epsilon < Infinity)) {
    throw outOfRange('epsilon', epsilon, `1/${PARTS} or more, and finite`);
  }
  if (!(Number.isInteger(sensitivity) && sensitivity >= 1 && sensitivity <= MOST_SENSITIVITY)) {
    throw outOfRange('sensitivity', sensitivity, `an integer from 1 to ${MOST_SENSITIVITY}`);
  }
  // The rate of the fall is parts / scale.
  const [parts, scale] = [Math.floor(epsilon * PARTS), PARTS * sensitivity];
  for (;;) {
    const rest = chance.int(scale);
    if (!happens(rest, scale, chance)) continue;
    let wholes = 0;
    while (happens(1, 1, chance)) wholes += 1;
    const size = Math.floor((rest + scale * wholes) / parts);
    const isNegative = chance.int(2) === 1;
    // Nought has no sign, and is not to be drawn twice as often.
    if (isNegative && size === 0) continue;
    return count + (isNegative ? -size : size);
  }
}

/** True with probability e^(−part/of), 0 ≤ part ≤ of (algorithm 1). */
function happens(part: number, of: number, chance: Pick<Rng, 'int'>): boolean {
  let draws = 1;
  while (chance.int(of * draws) < part) draws += 1;
  return draws % 2 === 1;
}
