import { gaussianEpsilon } from './gaussian.ts';
import type { SampledGaussian } from './mechanism.ts';
import { checkDelta, checkMechanism, outOfRange, plainEpsilon, withoutGroup } from './mechanism.ts';

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
  return gaussianEpsilon(mu, delta);
}
