import { erfc } from './special-functions.ts';

/**
 * Which of the two neighbouring data sets the mechanism ran on: `remove`: the one with the unit, so that the output
 * is from the mixture (1−q) N(0,z²) + q N(1,z²) and the loss ln(mixture / N(0,z²)); `add`: the one without it.
 */
export type Direction = 'remove' | 'add';

/** Noise multiplier and sampling rate of one step, and how many noise widths around the means are looked at. */
export interface LossCurve {
  readonly q: number;
  readonly z: number;
  readonly direction: Direction;
  /** Beyond so many standard deviations the output is taken for a loss of +∞. */
  readonly reach: number;
}

/** Privacy loss at output x: it grows with x for `remove` and falls for `add`. */
export function lossAt({ q, z, direction }: LossCurve, x: number): number {
  const exponent = (2 * x - 1) / (2 * z * z);
  const loss =
    q === 1
      ? exponent
      : exponent > 30
        ? exponent + Math.log(q) + Math.log1p(((1 - q) / q) * Math.exp(-exponent))
        : Math.log1p(q * Math.expm1(exponent));
  return direction === 'remove' ? loss : -loss;
}

/** Least and greatest loss within reach. With q = 1 there is no output but around 1. */
export function lossRange(curve: LossCurve): readonly [low: number, high: number] {
  const spread = curve.z * curve.reach;
  return curve.direction === 'remove'
    ? [lossAt(curve, (curve.q === 1 ? 1 : 0) - spread), lossAt(curve, 1 + spread)]
    : [lossAt(curve, spread), lossAt(curve, -spread)];
}

/** The output with this loss; −∞ (`remove`) where every loss is greater, and for `add` the mirror image. */
export function outputAt({ q, z, direction }: LossCurve, loss: number): number {
  const l = direction === 'remove' ? loss : -loss;
  const logRatio =
    l > 30
      ? l - Math.log(q) + Math.log1p(-(1 - q) * Math.exp(-l))
      : // NaN below ln(1 − q), the least loss there is.
        Math.log1p(Math.expm1(l) / q);
  return Number.isNaN(logRatio) ? -Infinity : z * z * logRatio + 0.5;
}

/** Lower and upper tail of N(mean, z²) at x. */
export type Tails = readonly [below: number, above: number];

export const tailsAt = (x: number, mean: number, z: number): Tails => {
  const u = (x - mean) / (Math.SQRT2 * z);
  const small = erfc(Math.abs(u)) / 2;
  return u < 0 ? [small, 1 - small] : [1 - small, small];
};

/** Mass between two points from their tails, by the smaller of both tails: far out the other is 1 twice. */
export const between = (left: Tails, right: Tails): number =>
  Math.max(0, left[0] < left[1] ? right[0] - left[0] : left[1] - right[1]);

/**
 * Points and weights for ∫ f(x) dP(x) within reach, P the distribution of the output: the trapezoidal rule, which
 * is exact to rounding for what decays like a Gaussian. Around both means, together or apart.
 */
export function quadrature(curve: LossCurve): {
  readonly loss: Float64Array;
  readonly logMass: Float64Array;
} {
  const { q, z, direction, reach } = curve;
  const spread = z * reach;
  const pieces: readonly (readonly [number, number])[] =
    direction === 'add'
      ? [[-spread, spread]]
      : q === 1
        ? [[1 - spread, 1 + spread]]
        : 2 * spread > 1
          ? [[-spread, 1 + spread]]
          : [
              [-spread, spread],
              [1 - spread, 1 + spread],
            ];
  const perPiece = 3000;
  const loss = new Float64Array(perPiece * pieces.length);
  const logMass = new Float64Array(loss.length);
  pieces.forEach(([low, high], piece) => {
    const width = (high - low) / (perPiece - 1);
    for (let i = 0; i < perPiece; i++) {
      const x = low + i * width;
      const at = piece * perPiece + i;
      loss[at] = lossAt(curve, x);
      const logDensity = -((x / z) ** 2) / 2 - Math.log(z * Math.sqrt(2 * Math.PI));
      // The mixture's density is that of N(0,z²) times e^loss.
      logMass[at] = logDensity + (direction === 'remove' ? loss[at] : 0) + Math.log(width);
    }
  });
  return { loss, logMass };
}
