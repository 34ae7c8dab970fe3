/**
 * Dunning's log-likelihood ratio (Computational Linguistics 19, 1993) of a 2×2 table: by how much the counts
 * are more likely when the two events depend on each other. ≥ 0; says nothing of the direction.
 * `both`: baskets with a and b; `a`, `b`: with each; `total`: all. `nLogN`: n ln n, 0 at 0; a table of it makes
 * a million ratios quick.
 */
export function logLikelihoodRatio(
  both: number,
  a: number,
  b: number,
  total: number,
  nLogN: (n: number) => number = computeNLogN,
): number {
  const cells = nLogN(both) + nLogN(a - both) + nLogN(b - both) + nLogN(total - a - b + both);
  const margins = nLogN(a) + nLogN(total - a) + nLogN(b) + nLogN(total - b);
  return Math.max(0, 2 * (cells + nLogN(total) - margins));
}

export const computeNLogN = (n: number): number => (n > 0 ? n * Math.log(n) : 0);
