import { groupEpsilon } from './group-privacy.ts';
import type { SampledGaussian } from './mechanism.ts';
import { checkDelta, checkMechanism, plainEpsilon, withoutGroup } from './mechanism.ts';
import { logAdd, logErfc } from './special-functions.ts';

/**
 * Rényi orders that are tried: tenths where ε is large, integers where it is small. They end below at 1.25, as in
 * TF-Privacy: an order closer to 1 is the best only where ε is so large that it promises nothing.
 */
export const RDP_ORDERS: readonly number[] = [
  1.25,
  ...Array.from({ length: 97 }, (_, i) => (13 + i) / 10),
  ...Array.from({ length: 54 }, (_, i) => 11 + i),
  128,
  256,
  512,
  1024,
];

/**
 * Rényi divergence of each order of all steps together, for a single example. Mironov, Talwar, Zhang, "Rényi
 * differential privacy of the sampled Gaussian mechanism", 2019, §3.3: for an integer order a finite sum, for a
 * fractional one two infinite series, in logarithms throughout. The larger of both directions of add/remove, as they
 * prove.
 */
export function rdpOf(
  mechanism: SampledGaussian,
  orders: readonly number[] = RDP_ORDERS,
): Float64Array<ArrayBuffer> {
  checkMechanism(mechanism);
  const plain = plainEpsilon(mechanism);
  const { samplingRate, noiseMultiplier, steps } = mechanism;
  return Float64Array.from(
    orders,
    (order) => plain ?? steps * ofOneStep(samplingRate, noiseMultiplier, order),
  );
}

/** The least ε that the divergences allow at this δ, and the order that gives it. */
export interface RdpEpsilon {
  readonly epsilon: number;
  /** NaN where no order allows a finite ε. */
  readonly order: number;
}

/**
 * Best over the orders α of ε = R_α + ln(1 − 1/α) − (ln δ + ln α)/(α − 1), never below 0. Canonne, Kamath, Steinke,
 * "The discrete Gaussian for differential privacy", NeurIPS 2020, proposition 12; as in TF-Privacy and Opacus.
 */
export function epsilonOfRdp(
  divergences: ArrayLike<number>,
  delta: number,
  orders: readonly number[] = RDP_ORDERS,
): RdpEpsilon {
  checkDelta(delta);
  let best: RdpEpsilon = { epsilon: Infinity, order: Number.NaN };
  orders.forEach((order, i) => {
    const divergence = divergences[i]!;
    // Total variation is at most √(1 − e^−R) (Bretagnolle and Huber): that may be within δ at ε = 0 already.
    const epsilon =
      delta ** 2 + Math.expm1(-divergence) > 0
        ? 0
        : divergence + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
    if (epsilon < best.epsilon) best = { epsilon: Math.max(0, epsilon), order };
  });
  return best;
}

/**
 * ε of the mechanism at δ by Rényi divergences; for a unit with several examples by group privacy (`groupEpsilon`).
 * @throws 'argument/range' naming the field.
 */
export function rdpEpsilon(asked: SampledGaussian, delta: number): number {
  checkMechanism(asked);
  checkDelta(delta);
  const { groupSize = 1, ...mechanism } = withoutGroup(asked);
  const divergences = rdpOf(mechanism);
  return groupEpsilon((at) => epsilonOfRdp(divergences, at).epsilon, delta, groupSize);
}

function ofOneStep(q: number, z: number, order: number): number {
  if (q === 1) return order / (2 * z * z);
  const moment = Number.isInteger(order) ? logMomentOfInteger(q, z, order) : logMoment(q, z, order);
  return Math.max(0, moment) / (order - 1);
}

/** ln Σ_k C(α,k) (1−q)^(α−k) q^k e^((k²−k)/2z²). */
function logMomentOfInteger(q: number, z: number, order: number): number {
  let sum = -Infinity;
  let logBinomial = 0;
  for (let k = 0; k <= order; k++) {
    const term = logBinomial + k * Math.log(q) + (order - k) * Math.log1p(-q) + (k * k - k) / (2 * z * z);
    sum = logAdd(sum, term);
    logBinomial += Math.log((order - k) / (k + 1));
  }
  return sum;
}

const MAX_TERMS = 20_000;
/** A term of this part of the sum, e^−30, no longer counts in double precision. */
const NEGLIGIBLE = -30;

/**
 * The two series for a fractional order, split where both densities are equal, with the magnitudes of the binomial
 * coefficients, as in Google's dp_accounting: an upper bound that needs no cancellation. (Opacus alternates the
 * signs; where ε is below 10 that is less by up to some 1e-3 of it.) A series that does not settle is bounded by
 * the next integer order: the divergence grows with the order.
 */
function logMoment(q: number, z: number, order: number): number {
  const [logQ, logRest] = [Math.log(q), Math.log1p(-q)];
  const split = z * z * (logRest - logQ) + 0.5;
  let sum = -Infinity;
  let logBinomial = 0;
  let before = -Infinity;
  for (let i = 0; i < MAX_TERMS; i++) {
    const j = order - i;
    const half = logBinomial - Math.LN2;
    const term = logAdd(
      half + i * logQ + j * logRest + (i * i - i) / (2 * z * z) + logErfc((i - split) / (Math.SQRT2 * z)),
      half + j * logQ + i * logRest + (j * j - j) / (2 * z * z) + logErfc((split - j) / (Math.SQRT2 * z)),
    );
    sum = logAdd(sum, term);
    if (term < before && term < sum + NEGLIGIBLE) return sum;
    before = term;
    logBinomial += Math.log(Math.abs(j) / (i + 1));
  }
  return (logMomentOfInteger(q, z, Math.ceil(order)) * (order - 1)) / (Math.ceil(order) - 1);
}
