import type { SampledGaussian } from './mechanism.ts';
import { checkDelta, checkMechanism, outOfRange, plainEpsilon, withoutGroup } from './mechanism.ts';
import { logErfc } from './special-functions.ts';

/**
 * Gaussian differential privacy: the limit of many steps, each with next to no effect. An approximation, and often
 * below the truth, so nothing may be promised by it; it is here to be compared with. Dong, Roth, Su, "Gaussian
 * differential privacy", 2019; for Poisson sampling Bu, Dong, Long, Su, "Deep learning with Gaussian differential
 * privacy", 2020, theorem 5 and appendix: μ = q √(T (e^(1/z²) − 1)); without sampling exactly μ = √T / z.
 */
export function gdpEpsilon(asked: SampledGaussian, delta: number): number {
  checkMechanism(asked);
  checkDelta(delta);
  const mechanism = withoutGroup(asked);
  if ((mechanism.groupSize ?? 1) > 1)
    throw outOfRange('groupSize', mechanism.groupSize!, '1 for this estimate');
  const plain = plainEpsilon(mechanism);
  if (plain !== null) return plain;
  const { samplingRate: q, noiseMultiplier: z, steps } = mechanism;
  const mu = q === 1 ? Math.sqrt(steps) / z : q * Math.sqrt(steps * Math.expm1(1 / z ** 2));
  return epsilonOfMu(mu, delta);
}

/** ε of μ-GDP at δ: δ = Φ(μ/2 − ε/μ) − e^ε Φ(−μ/2 − ε/μ), which falls with ε; to a relative 1e-12. */
function epsilonOfMu(mu: number, delta: number): number {
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
