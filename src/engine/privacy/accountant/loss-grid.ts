import type { LossCurve } from './loss-curve.ts';
import { between, outputAt, tailsAt } from './loss-curve.ts';

/** A privacy loss distribution on the multiples of `width`. */
export interface LossGrid {
  readonly width: number;
  /** The loss of `mass[0]` is `first · width`. */
  readonly first: number;
  readonly mass: Float64Array<ArrayBuffer>;
  /** Probability of an infinite loss. */
  readonly infinite: number;
}

/** e^700 is still a number. */
const LARGE = 700;

/**
 * The loss of one step on a grid, never better than the truth: the mass between two grid points is dealt to both
 * so that its probability and its mean e^−loss stay, which makes δ(ε) exact on the grid points and a chord of the
 * convex curve in e^ε between them ("connect the dots": Doroshenko, Ghazi, Kamath, Kumar, Manurangsi, PoPETs
 * 2022). What is below `low` is rounded up to it, what is above `high` counts as infinite.
 */
export function gridOf(curve: LossCurve, [low, high]: readonly [number, number], width: number): LossGrid {
  const { q, z, direction } = curve;
  const first = Math.floor(low / width);
  const count = Math.ceil(high / width) - first + 1;
  const mass = new Float64Array(count);
  const ratio = Math.exp(-width);
  const share = -Math.expm1(-width);
  const tails = (index: number) => {
    const x = outputAt(curve, (first + index) * width);
    return { without: tailsAt(x, 0, z), with: tailsAt(x, 1, z) };
  };
  let left = tails(0);
  const inMixture = (without: number, mean1: number): number => (1 - q) * without + q * mean1;
  const remove = direction === 'remove';
  mass[0] = remove ? inMixture(left.without[0], left.with[0]) : left.without[1];
  for (let i = 0; i + 1 < count; i++) {
    const right = tails(i + 1);
    const [a, b] = remove ? [left, right] : [right, left];
    const without = between(a.without, b.without);
    const mixture = inMixture(without, between(a.with, b.with));
    const [p, other] = remove ? [mixture, without] : [without, mixture];
    // e^(loss of the left point) · other is p's mass times the mean of e^−(loss above the left point).
    // Where e^loss is beyond all numbers, everything is rounded up.
    const scaled = (first + i) * width < LARGE ? Math.exp((first + i) * width) * other : 0;
    const toLeft = Math.min(p, Math.max(0, (scaled - p * ratio) / share));
    mass[i]! += toLeft;
    mass[i + 1]! += p - toLeft;
    left = right;
  }
  return {
    width,
    first,
    mass,
    infinite: remove ? inMixture(left.without[1], left.with[1]) : left.without[0],
  };
}

/** ln E[e^(λ·loss)] of the finite part. */
export function logMoment(lambda: number, lossOf: (i: number) => number, logMass: ArrayLike<number>): number {
  let top = -Infinity;
  for (let i = 0; i < logMass.length; i++) top = Math.max(top, logMass[i]! + lambda * lossOf(i));
  let sum = 0;
  for (let i = 0; i < logMass.length; i++) sum += Math.exp(logMass[i]! + lambda * lossOf(i) - top);
  return top + Math.log(sum);
}
