import type { LossCurve } from './loss-curve.ts';
import { quadrature } from './loss-curve.ts';
import { logMoment } from './loss-grid.ts';

/** Where the composed loss lies after tilting by e^(λ·loss), all but about `TAIL` of it. */
export interface LossWindow {
  readonly lambda: number;
  readonly low: number;
  readonly high: number;
  /** The Chernoff exponents that gave `low` and `high`, relative to λ. */
  readonly kappaLow: number;
  readonly kappaHigh: number;
}

/** Tilted mass on either side of the window, before it is bounded exactly on the grid. */
const LOG_TAIL: number = Math.log(1e-10);
const KAPPAS: readonly number[] = Array.from({ length: 28 }, (_, i) => 2 ** (i / 2 - 4));

/**
 * The tilt λ that makes Chernoff's bound best, and the window of the tilted loss. For a target δ it minimises
 * (n ln M(λ) + ln 1/δ) / λ, an upper bound of ε; for a target ε it minimises n ln M(λ) − λε, one of ln δ. M is
 * the moment function of one step.
 */
export function windowOf(
  curve: LossCurve,
  steps: number,
  target: { delta: number } | { epsilon: number },
): LossWindow {
  const { loss, logMass } = quadrature(curve);
  const lossOf = (i: number): number => loss[i]!;
  const moment = (lambda: number): number => logMoment(lambda, lossOf, logMass);
  const bound = (lambda: number): number =>
    'delta' in target
      ? (steps * moment(lambda) - Math.log(target.delta)) / lambda
      : steps * moment(lambda) - lambda * target.epsilon;
  const scale = 1 / (spread(moment, 0, loss, logMass) * Math.sqrt(steps));
  const lambda = Math.exp(minimise((log) => bound(Math.exp(log)), Math.log(scale) - 7, Math.log(scale) + 7));
  const base = moment(lambda);
  const step = 1 / (spread(moment, lambda, loss, logMass) * Math.sqrt(steps));
  const edge = (kappa: number): number => (steps * (moment(lambda + kappa) - base) - LOG_TAIL) / kappa;
  const [kappaHigh, high] = best(KAPPAS, (k) => edge(k * step));
  const [kappaLow, low] = best(KAPPAS, (k) => -edge(-k * step));
  return { lambda, low: -low, high, kappaLow: -kappaLow * step, kappaHigh: kappaHigh * step };
}

/** Standard deviation of the loss of one step, tilted by λ; above 0. */
function spread(
  moment: (lambda: number) => number,
  lambda: number,
  loss: Float64Array,
  logMass: Float64Array,
): number {
  const base = moment(lambda);
  let [first, second] = [0, 0];
  // Around a point of the bulk: the loss may be large beside its spread.
  const tilted = logMass.map((log, i) => Math.exp(log + lambda * loss[i]! - base));
  loss.forEach((value, i) => (first += tilted[i]! * value));
  loss.forEach((value, i) => (second += tilted[i]! * (value - first) ** 2));
  // With next to no noise one direction has the same loss everywhere.
  return Math.max(Math.sqrt(second), 1e-9 * (1 + Math.abs(first)));
}

function best(values: readonly number[], costOf: (value: number) => number): readonly [number, number] {
  let found: readonly [number, number] = [values[0]!, Infinity];
  for (const value of values) {
    const cost = costOf(value);
    if (cost < found[1]) found = [value, cost];
  }
  return found;
}

/** Golden-section search of a function with one minimum. */
function minimise(f: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [fa, fb] = [f(a), f(b)];
  while (high - low > 1e-3) {
    if (fa < fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
}
