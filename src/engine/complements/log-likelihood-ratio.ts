/**
 * Dunning's log-likelihood ratio (Computational Linguistics 19, 1993) of a 2×2 table: by how much the counts
 * are more likely when the two events depend on each other. ≥ 0; says nothing of the direction.
 * `both`: baskets with a and b; `a`, `b`: with each; `total`: all.
 */
export function logLikelihoodRatio(both: number, a: number, b: number, total: number): number {
  const onlyA = a - both;
  const onlyB = b - both;
  const neither = total - a - b + both;
  const ratio =
    entropyTerm(both) +
    entropyTerm(onlyA) +
    entropyTerm(onlyB) +
    entropyTerm(neither) +
    entropyTerm(total) -
    entropyTerm(a) -
    entropyTerm(total - a) -
    entropyTerm(b) -
    entropyTerm(total - b);
  return Math.max(0, 2 * ratio);
}

/** n ln n, 0 at 0. */
const entropyTerm = (n: number): number => (n > 0 ? n * Math.log(n) : 0);
