import type { LossCurve, Tails } from './loss-curve.ts';
import { between, lossFunctionOf, sampledChances, tailsAt } from './loss-curve.ts';

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
  const { z, direction } = curve;
  const { outputAt } = lossFunctionOf(curve);
  const chances = sampledChances(curve);
  const first = Math.floor(low / width);
  const count = Math.ceil(high / width) - first + 1;
  const mass = new Float64Array(count);
  const ratio = Math.exp(-width);
  const share = -Math.expm1(-width);
  /** Around each mean, 0 first. */
  const tails = (index: number): readonly Tails[] => {
    const x = outputAt((first + index) * width);
    return chances.map((_, mean) => tailsAt(x, mean, z));
  };
  const inMixture = (massAround: (mean: number) => number): number => {
    let sum = 0;
    for (let mean = 0; mean < chances.length; mean++) sum += chances[mean]! * massAround(mean);
    return sum;
  };
  let left = tails(0);
  const remove = direction === 'remove';
  mass[0] = remove ? inMixture((mean) => left[mean]![0]) : left[0]![1];
  for (let i = 0; i + 1 < count; i++) {
    const right = tails(i + 1);
    const [a, b] = remove ? [left, right] : [right, left];
    const without = between(a[0]!, b[0]!);
    const mixture = inMixture((mean) => (mean === 0 ? without : between(a[mean]!, b[mean]!)));
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
    infinite: remove ? inMixture((mean) => left[mean]![1]) : left[0]![0],
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
