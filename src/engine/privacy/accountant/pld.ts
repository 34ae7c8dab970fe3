import { fft, powerOfEach } from './fft.ts';
import type { Direction, LossCurve } from './loss-curve.ts';
import { lossRange } from './loss-curve.ts';
import { gaussianEpsilon } from './gaussian.ts';
import type { LossGrid } from './loss-grid.ts';
import { gridOf, logMoment } from './loss-grid.ts';
import type { LossWindow } from './loss-window.ts';
import { windowOf } from './loss-window.ts';
import type { SampledGaussian } from './mechanism.ts';
import { checkDelta, checkMechanism, outOfRange, plainEpsilon, withoutGroup } from './mechanism.ts';
import { rdpEpsilon } from './rdp.ts';

/**
 * Accounting by the privacy loss distribution (Meiser and Mohammadi 2018; Koskela, Jälkö, Honkela, AISTATS 2020): the
 * loss of one step on a grid, composed by Fourier transform, for either direction of add/remove. The result is an
 * upper bound: the grid rounds towards less privacy, and what is cut off, beyond the reach or around the
 * transform's window, is added to δ. Before the transform the loss is tilted by e^(λ·loss) with the λ of Chernoff's
 * bound, so that rounding errors are relative to δ itself (Sommer, Meiser, Mohammadi 2019 for the moment bound).
 */

/** Part of δ that one step's cut-off may take, over all steps. */
const CUT_OFF = 1e-6;
const MAX_POINTS = 2 ** 20;
/** From here on no grid is fine enough. */
const MAX_COMPOSED = 1e9;
/** A unit of more examples is left to the divergences: each grid point costs as many tails as there are examples. */
const MAX_EXAMPLES = 16;
const MIN_POINTS = 2 ** 16;
/** What dealing mass to grid points may add to ε, while there are points enough. */
const COARSENESS = 3e-4;

type Target = { readonly delta: number } | { readonly epsilon: number };

/**
 * ε of the mechanism at δ; that of the Rényi divergences where they bound it better, which they do where no grid is
 * fine enough. @throws 'argument/range' naming the field.
 */
export function pldEpsilon(asked: SampledGaussian, delta: number): number {
  checkMechanism(asked);
  checkDelta(delta);
  const mechanism = withoutGroup(asked);
  const plain = plainEpsilon(mechanism);
  if (plain !== null) return plain;
  // Without sampling the steps are one Gaussian, whose distribution is known.
  if (mechanism.samplingRate === 1) {
    return gaussianEpsilon(Math.sqrt(mechanism.steps) / mechanism.noiseMultiplier, delta);
  }
  const byDivergence = rdpEpsilon(mechanism, delta);
  if (mechanism.steps > MAX_COMPOSED || (mechanism.groupSize ?? 1) > MAX_EXAMPLES) return byDivergence;
  const [remove, add = 0] = directionsOf(mechanism).map((direction) =>
    epsilonOf(mechanism, direction, delta),
  );
  // The loss of one step without the unit is never above −ln(1 − q) for each of its examples.
  const most = -mechanism.steps * (mechanism.groupSize ?? 1) * Math.log1p(-mechanism.samplingRate);
  return least(byDivergence, Math.max(remove!, least(add, most)));
}

/** The lesser of two bounds, of which one may have come to nothing. */
const least = (a: number, b: number): number => (Number.isNaN(a) || b < a ? b : a);

/** δ of the mechanism at ε ≥ 0. @throws 'argument/range' naming the field. */
export function pldDelta(asked: SampledGaussian, epsilon: number): number {
  checkMechanism(asked);
  if (!(epsilon >= 0)) throw outOfRange('epsilon', epsilon, '0 or more');
  const mechanism = withoutGroup(asked);
  const plain = plainEpsilon(mechanism);
  if (plain !== null) return plain === 0 ? 0 : 1;
  return Math.max(
    ...directionsOf(mechanism).map((direction) => {
      const composed = compose(mechanism, direction, { epsilon }, 1e-12);
      return Math.min(1, deltaAt(composed, epsilon));
    }),
  );
}

/** With everybody in each step both directions are mirror images of each other. */
const directionsOf = ({ samplingRate }: SampledGaussian): readonly Direction[] =>
  samplingRate === 1 ? ['remove'] : ['remove', 'add'];

/** The composed loss, tilted: probability at grid point i is `tilted[i] · e^(logScale − λ · loss)`. */
interface Composed {
  readonly width: number;
  readonly first: number;
  readonly tilted: Float64Array;
  readonly lambda: number;
  readonly logScale: number;
  /** Tilted mass that may lie anywhere, because it was outside the window. */
  readonly astray: number;
  readonly infinite: number;
}

function compose(mechanism: SampledGaussian, direction: Direction, target: Target, delta: number): Composed {
  const { samplingRate: q, noiseMultiplier: z, steps, groupSize: size = 1 } = mechanism;
  const reach = Math.sqrt(2 * Math.log(steps / (CUT_OFF * delta)));
  const curve: LossCurve = { q, z, size, direction, reach };
  const window = windowOf(curve, steps, target);
  const extent = window.high - window.low;
  // A step's variance grows by width²/4 at most, and ε by λ/2 of that.
  const fine = Math.sqrt((8 * COARSENESS) / (window.lambda * steps));
  const wanted = Math.min(MAX_POINTS, Math.max(MIN_POINTS, extent / fine));
  const points = 2 ** Math.ceil(Math.log2(wanted));
  const [least, high] = lossRange(curve);
  // One step with less than that takes the sum out of the window, to where nothing is asked.
  const low = Math.max(least, (window.low + window.high) / (2 * steps) - extent);
  const width = Math.max(extent / (points - 2), (high - low) / MAX_POINTS);
  return composeGrid(gridOf(curve, [low, high], width), steps, window, points);
}

function composeGrid(grid: LossGrid, steps: number, window: LossWindow, points: number): Composed {
  const { width, first, mass } = grid;
  const { lambda } = window;
  const logMass = mass.map(Math.log);
  const moment = (exponent: number): number => logMoment(exponent, (i) => (first + i) * width, logMass);
  const base = moment(lambda);
  const begin = Math.floor(window.low / width);
  const tail = (kappa: number, edge: number): number =>
    Math.exp(steps * (moment(lambda + kappa) - base) - kappa * edge);
  const astray = tail(window.kappaLow, begin * width) + tail(window.kappaHigh, (begin + points - 1) * width);

  const re = new Float64Array(points);
  const im = new Float64Array(points);
  logMass.forEach((log, i) => (re[i % points]! += Math.exp(log + lambda * (first + i) * width - base)));
  fft(re, im);
  powerOfEach(re, im, steps);
  fft(re, im, true);
  const tilted = new Float64Array(points);
  // Grid point g of the sum stands at g − steps · first, modulo the length.
  const offset = modulo(begin - modulo(steps, points) * modulo(first, points), points);
  for (let i = 0; i < points; i++) tilted[i] = Math.max(0, re[(offset + i) % points]!);
  return {
    width,
    first: begin,
    tilted,
    lambda,
    logScale: steps * base,
    astray,
    infinite: Math.min(1, steps * grid.infinite),
  };
}

const modulo = (a: number, n: number): number => ((a % n) + n) % n;

/** Goes down the grid; `visit` hears δ(ε) at each grid point ε; true ends it. */
function descend(composed: Composed, visit: (epsilon: number, delta: number) => boolean): void {
  const { width, first, tilted, lambda, logScale, astray, infinite } = composed;
  const ratio = Math.exp(-width);
  let above = 0;
  let discounted = 0;
  for (let i = tilted.length - 1; i >= 0; i--) {
    const epsilon = (first + i) * width;
    const scale = Math.exp(logScale - lambda * epsilon);
    // What went astray weighs at most as much as at ε, wherever it belongs above it, once there and once here.
    const delta = above - discounted + infinite + 2 * astray * scale;
    if (visit(epsilon, delta)) return;
    const mass = tilted[i]! * scale;
    above += mass;
    discounted = (discounted + mass) * ratio;
  }
}

function epsilonOf(mechanism: SampledGaussian, direction: Direction, delta: number): number {
  const composed = compose(mechanism, direction, { delta }, delta);
  let [epsilon, deltaThere] = [Infinity, 0];
  descend(composed, (at, here) => {
    if (here > delta || at < 0) {
      // Linear in e^ε between two grid points.
      const part = here > deltaThere ? (here - delta) / (here - deltaThere) : 0;
      if (here > delta && epsilon < Infinity) {
        epsilon = at + Math.log1p(Math.min(1, Math.max(0, part)) * Math.expm1(composed.width));
      }
      return true;
    }
    [epsilon, deltaThere] = [at, here];
    return false;
  });
  return Math.max(0, epsilon);
}

function deltaAt(composed: Composed, epsilon: number): number {
  let [result, deltaAbove] = [1, composed.infinite];
  descend(composed, (at, delta) => {
    if (at > epsilon) {
      deltaAbove = delta;
      return false;
    }
    const part = Math.expm1(epsilon - at) / Math.expm1(composed.width);
    result = delta + Math.min(1, part) * (deltaAbove - delta);
    return true;
  });
  return result;
}
