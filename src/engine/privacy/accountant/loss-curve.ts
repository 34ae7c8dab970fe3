import { erfc, logAdd } from './special-functions.ts';

/**
 * Which of the two neighbouring data sets the mechanism ran on: `remove`: the one with the unit, so that the output
 * is from the mixture Σ wᵢ N(i,z²) over the number i of the unit's examples that were sampled, and the loss
 * ln(mixture / N(0,z²)); `add`: the one without it.
 */
export type Direction = 'remove' | 'add';

/** Noise multiplier and sampling rate of one step, and how many noise widths around the means are looked at. */
export interface LossCurve {
  readonly q: number;
  readonly z: number;
  /** Examples of the unit, each in with probability q on its own. 1 where q is 1. */
  readonly size: number;
  readonly direction: Direction;
  /** Beyond so many standard deviations the output is taken for a loss of +∞. */
  readonly reach: number;
}

/** wᵢ: the chance that i of a unit's examples are in, i = 0 … size. */
export function sampledChances({ q, size }: Pick<LossCurve, 'q' | 'size'>): readonly number[] {
  let binomial = 1;
  return Array.from({ length: size + 1 }, (_, i) => {
    const chance = binomial * q ** i * (1 - q) ** (size - i);
    binomial *= (size - i) / (i + 1);
    return chance;
  });
}

/** Privacy loss as a function of the output, and back; it grows with the output for `remove` and falls for `add`. */
export interface LossFunction {
  readonly at: (output: number) => number;
  /** The output with this loss; −∞ (`remove`) where every loss is greater, and for `add` the mirror image. */
  readonly outputAt: (loss: number) => number;
}

export function lossFunctionOf(curve: LossCurve): LossFunction {
  const { at, outputAt } = curve.size === 1 ? ofOne(curve) : ofMany(curve);
  if (curve.direction === 'remove') return { at, outputAt };
  return { at: (x) => -at(x), outputAt: (loss) => outputAt(-loss) };
}

function ofOne({ q, z }: LossCurve): LossFunction {
  return {
    at: (x) => {
      const exponent = (2 * x - 1) / (2 * z * z);
      if (q === 1) return exponent;
      return exponent > 30
        ? exponent + Math.log(q) + Math.log1p(((1 - q) / q) * Math.exp(-exponent))
        : Math.log1p(q * Math.expm1(exponent));
    },
    outputAt: (loss) => {
      const logRatio =
        loss > 30
          ? loss - Math.log(q) + Math.log1p(-(1 - q) * Math.exp(-loss))
          : // NaN below ln(1 − q), the least loss there is.
            Math.log1p(Math.expm1(loss) / q);
      return Number.isNaN(logRatio) ? -Infinity : z * z * logRatio + 0.5;
    },
  };
}

/** Ganesh, "Tight group-level DP guarantees for DP-SGD with sampling via mixture of Gaussians mechanisms", 2024. */
function ofMany(curve: LossCurve): LossFunction {
  const square = curve.z ** 2;
  const logs = sampledChances(curve).map(Math.log);
  const term = (i: number, x: number): number => logs[i]! + (2 * i * x - i * i) / (2 * square);
  /** ln Σ of the terms from 1 on, and its slope. */
  const rest = (x: number): readonly [value: number, slope: number] => {
    let top = -Infinity;
    for (let i = 1; i < logs.length; i++) top = Math.max(top, term(i, x));
    let [sum, moment] = [0, 0];
    for (let i = 1; i < logs.length; i++) {
      const part = Math.exp(term(i, x) - top);
      sum += part;
      moment += i * part;
    }
    return [top + Math.log(sum), moment / sum / square];
  };
  return {
    at: (x) => logAdd(logs[0]!, rest(x)[0]),
    outputAt: (loss) => {
      const wanted = loss + Math.log1p(-Math.exp(logs[0]! - loss));
      if (!(wanted > -Infinity)) return -Infinity;
      let x = Infinity;
      for (let i = 1; i < logs.length; i++) x = Math.min(x, ((wanted - logs[i]!) * square) / i + i / 2);
      // Newton's method on a convex function, from above: it comes down to the root and never passes it.
      for (let round = 0; round < 60; round++) {
        const [value, slope] = rest(x);
        const step = (value - wanted) / slope;
        x -= step;
        if (!(step > 1e-14 * (1 + Math.abs(x)))) break;
      }
      return x;
    },
  };
}

/** Least and greatest loss within reach. With q = 1 there is no output but around 1. */
export function lossRange(curve: LossCurve): readonly [low: number, high: number] {
  const { at } = lossFunctionOf(curve);
  const spread = curve.z * curve.reach;
  return curve.direction === 'remove'
    ? [at((curve.q === 1 ? 1 : 0) - spread), at(curve.size + spread)]
    : [at(spread), at(-spread)];
}

export type Tails = readonly [below: number, above: number];

/** erfc of more is below the smallest number. */
const NO_TAIL = 27.3;
const NOTHING_BELOW: Tails = [0, 1];
const NOTHING_ABOVE: Tails = [1, 0];

/** Lower and upper tail of N(mean, z²) at x. */
export const tailsAt = (x: number, mean: number, z: number): Tails => {
  const u = (x - mean) / (Math.SQRT2 * z);
  if (Math.abs(u) > NO_TAIL) return u < 0 ? NOTHING_BELOW : NOTHING_ABOVE;
  const small = erfc(Math.abs(u)) / 2;
  return u < 0 ? [small, 1 - small] : [1 - small, small];
};

/** Mass between two points from their tails, by the smaller of both tails: far out the other is 1 twice. */
export const between = (left: Tails, right: Tails): number =>
  Math.max(0, left[0] < left[1] ? right[0] - left[0] : left[1] - right[1]);

/**
 * Points and weights for ∫ f(x) dP(x) within reach, P the distribution of the output: the trapezoidal rule, which
 * is exact to rounding for what decays like a Gaussian. Around the means, together or apart.
 */
export function quadrature(curve: LossCurve): {
  readonly loss: Float64Array;
  readonly logMass: Float64Array;
} {
  const { q, z, size, direction, reach } = curve;
  const { at: lossAt } = lossFunctionOf(curve);
  const spread = z * reach;
  const around = (mean: number): readonly [number, number] => [mean - spread, mean + spread];
  const pieces: readonly (readonly [number, number])[] =
    direction === 'add'
      ? [around(0)]
      : q === 1
        ? [around(1)]
        : 2 * spread > 1
          ? [[-spread, size + spread]]
          : Array.from({ length: size + 1 }, (_, mean) => around(mean));
  const perPiece = 3000;
  const loss = new Float64Array(perPiece * pieces.length);
  const logMass = new Float64Array(loss.length);
  pieces.forEach(([low, high], piece) => {
    const width = (high - low) / (perPiece - 1);
    for (let i = 0; i < perPiece; i++) {
      const x = low + i * width;
      const at = piece * perPiece + i;
      loss[at] = lossAt(x);
      const logDensity = -((x / z) ** 2) / 2 - Math.log(z * Math.sqrt(2 * Math.PI));
      // The mixture's density is that of N(0,z²) times e^loss.
      logMass[at] = logDensity + (direction === 'remove' ? loss[at] : 0) + Math.log(width);
    }
  });
  return { loss, logMass };
}
