import type { GaussianMechanism, PrivacyClaim } from '../../domain/privacy.ts';
import type { Together } from '../../domain/lab-privacy.ts';
import { pldEpsilon } from './accountant/pld.ts';
import { RDP_ORDERS, epsilonOfRdp, rdpOf } from './accountant/rdp.ts';

/**
 * What several releases of the same log promise together, at the sum of their δ: the least of what holds. Their ε add
 * up; so do their Rényi divergences; and releases by Gaussian noise without sampling are one with 1/z² = Σ steps/z²,
 * whose ε the distribution of the privacy loss gives. Null without any.
 */
export function composed(claims: readonly PrivacyClaim[]): Together | null {
  if (claims.length === 0) return null;
  // Sums of powers of ten leave a tail of digits.
  const delta = Number(claims.reduce((sum, claim) => sum + claim.delta, 0).toPrecision(12));
  const ways: Together[] = [
    { epsilon: claims.reduce((sum, { epsilon }) => sum + epsilon, 0), delta, by: 'sum' },
  ];
  // Divergences promise an ε only where a δ is left to them.
  if (delta > 0) ways.push({ epsilon: byDivergences(claims, delta), delta, by: 'rdp' });
  const whole = claims.map(({ mechanism }) => mechanism).filter(isUnsampled);
  if (whole.length === claims.length) ways.push({ epsilon: asOne(whole, delta), delta, by: 'pld' });
  return ways.reduce((best, way) => (way.epsilon < best.epsilon ? way : best));
}

const isUnsampled = (mechanism: PrivacyClaim['mechanism']): mechanism is GaussianMechanism =>
  mechanism.kind === 'gaussian' && mechanism.samplingRate === 1;

function asOne(mechanisms: readonly GaussianMechanism[], delta: number): number {
  const precision = mechanisms.reduce(
    (sum, { steps, noiseMultiplier }) => sum + steps / noiseMultiplier ** 2,
    0,
  );
  return pldEpsilon({ samplingRate: 1, noiseMultiplier: 1 / Math.sqrt(precision), steps: 1 }, delta);
}

function byDivergences(claims: readonly PrivacyClaim[], delta: number): number {
  const total = new Float64Array(RDP_ORDERS.length);
  for (const { mechanism, epsilon } of claims) {
    // Of ε alone, without a δ: α ε² / 2 (Bun and Steinke 2016, proposition 3.3), and never more than ε.
    const own =
      mechanism.kind === 'gaussian'
        ? rdpOf(mechanism)
        : RDP_ORDERS.map((order) => Math.min(epsilon, (order * epsilon ** 2) / 2));
    own.forEach((value, i) => (total[i]! += value));
  }
  return epsilonOfRdp(total, delta).epsilon;
}
