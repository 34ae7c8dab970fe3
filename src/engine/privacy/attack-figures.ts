import type { Interval } from '../../domain/evaluation.ts';
import type { AttackFigures } from '../../domain/lab-privacy.ts';
import { auditEpsilon } from './audit.ts';

const Z_95 = 1.959964;

/**
 * AUC, advantage and the ε that they rule out, of scores that are higher for members. `isMember`: 0 or 1, and both
 * occur. `delta`: of the audit.
 */
export function attackFigures(
  scores: Float64Array,
  isMember: ArrayLike<number>,
  delta: number,
): AttackFigures {
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!);
  const sizes = [0, 0];
  for (const place of order) sizes[isMember[place]!]! += 1;
  const [others, members] = sizes as [number, number];
  const { auc, aucInterval } = areaOf(order, scores, isMember, members, others);
  let [difference, advantage] = [0, 0];
  order.forEach((place, i) => {
    difference += isMember[place] === 1 ? 1 / members : -1 / others;
    // Ties cannot be told apart by a threshold.
    const next = order[i + 1];
    if (next === undefined || scores[next] !== scores[place])
      advantage = Math.max(advantage, Math.abs(difference));
  });
  return {
    auc,
    aucInterval,
    advantage,
    advantageInterval: around(advantage, bandOf(members) + bandOf(others)),
    epsilonAtLeast: auditEpsilon(order, isMember, delta),
  };
}

/** The AUC as the mean of how often each member is above the others, and its interval by DeLong et al. (1988). */
function areaOf(
  order: readonly number[],
  scores: Float64Array,
  isMember: ArrayLike<number>,
  members: number,
  others: number,
): Pick<AttackFigures, 'auc' | 'aucInterval'> {
  /** Of each side: sum and sum of squares of the part of the other side that is below (members) or above (others). */
  const sums = [0, 0];
  const squares = [0, 0];
  const above = [0, 0];
  const sizes = [others, members];
  for (let begin = 0; begin < order.length;) {
    let end = begin;
    const tied = [0, 0];
    while (end < order.length && scores[order[end]!] === scores[order[begin]!]) {
      tied[isMember[order[end]!]!]! += 1;
      end += 1;
    }
    for (const side of [0, 1]) {
      const across = 1 - side;
      const higher = (above[across]! + tied[across]! / 2) / sizes[across]!;
      const part = side === 1 ? 1 - higher : higher;
      sums[side]! += tied[side]! * part;
      squares[side]! += tied[side]! * part * part;
    }
    above[0]! += tied[0]!;
    above[1]! += tied[1]!;
    begin = end;
  }
  const auc = sums[1]! / members;
  const varianceOf = (side: number): number => {
    const size = sizes[side]!;
    return Math.max(0, squares[side]! / size - (sums[side]! / size) ** 2) / Math.max(1, size - 1);
  };
  // Where all are told apart nothing varies: the rule of three then.
  const least = 3 / (members + others);
  return { auc, aucInterval: around(auc, Math.max(least, Z_95 * Math.sqrt(varianceOf(0) + varianceOf(1)))) };
}

/**
 * Half the width of a band that holds a whole distribution function with 97.5 % (Massart 1990), so that two hold both,
 * and with them the greatest distance between them, with 95 %.
 */
const bandOf = (size: number): number => Math.sqrt(Math.log(2 / 0.025) / (2 * size));

const around = (value: number, half: number): Interval => ({
  low: Math.max(0, value - half),
  high: Math.min(1, value + half),
});
