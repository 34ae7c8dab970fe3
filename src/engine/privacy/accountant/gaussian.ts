import { logErfc } from './special-functions.ts';

/**
 * ε at δ of one Gaussian of sensitivity μ times its deviation, and so of any number without sampling, μ = √steps / z:
 * δ = Φ(μ/2 − ε/μ) − e^ε Φ(−μ/2 − ε/μ), which falls with ε. Exact, rounded up by a relative 1e-12. Balle and Wang,
 * "Improving the Gaussian mechanism for differential privacy", ICML 2018, theorem 8.
 */
export function gaussianEpsilon(mu: number, delta: number): number {
  if (!(mu < 1e150)) return Infinity;
  const logPhi = (x: number): number => logErfc(-x / Math.SQRT2) - Math.LN2;
  /** ln of the δ at ε, less that asked for. */
  const excess = (epsilon: number): number => {
    const [first, second] = [logPhi(mu / 2 - epsilon / mu), epsilon + logPhi(-mu / 2 - epsilon / mu)];
    return (second < first ? first + Math.log(-Math.expm1(second - first)) : -Infinity) - Math.log(delta);
  };
  if (excess(0) <= 0) return 0;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  let low = 0;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}
