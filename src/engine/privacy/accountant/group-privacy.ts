import { checkDelta, outOfRange } from './mechanism.ts';

/**
 * ε for a unit that owns up to `size` examples, from the ε(δ) of a single example: with example-level (ε', δ') it
 * is size · ε' at δ = δ' (e^(size·ε') − 1) / (e^ε' − 1). Vadhan, "The complexity of differential privacy", 2017,
 * lemma 2.2 (the last but one line of its proof); δ' is searched for. Infinity where this reaches no finite ε.
 * @throws 'argument/range' unless `size` is an integer of 1 or more: without a bound nothing can be promised.
 */
export function groupEpsilon(epsilonAt: (delta: number) => number, delta: number, size: number): number {
  checkDelta(delta);
  if (!(Number.isInteger(size) && size >= 1)) throw outOfRange('size', size, 'an integer of 1 or more');
  if (size === 1) return epsilonAt(delta);
  /** ln of the group's δ, less that asked for; grows with ln δ'. */
  const excess = (logDelta: number): number => {
    const epsilon = epsilonAt(Math.exp(logDelta));
    return logDelta + logExpm1(size * epsilon) - logExpm1(epsilon) - Math.log(delta);
  };
  let high = Math.log(delta);
  let low = high;
  do {
    low -= Math.LN10;
    if (low < LEAST_LOG_DELTA) return Infinity;
  } while (!(excess(low) <= 0));
  while (high - low > 1e-9 * -low) {
    const middle = (low + high) / 2;
    if (excess(middle) <= 0) low = middle;
    else high = middle;
  }
  return size * epsilonAt(Math.exp(low));
}

const LEAST_LOG_DELTA = -690;

const logExpm1 = (x: number): number => x + Math.log(-Math.expm1(-x));
