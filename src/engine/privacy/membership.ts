import { HomebodyError } from '../../domain/errors.ts';
import type { AttackFigures } from '../../domain/lab-privacy.ts';
import type { Rng } from '../../domain/rng.ts';
import { shuffle } from '../evaluation/splits/shuffle.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import type { Steps } from '../training/steps.ts';
import { attackFigures } from './attack-figures.ts';
import type { ItemTable } from './dp-ials.ts';
import { userVector } from './dp-ials.ts';

export interface MembershipReport {
  readonly members: number;
  readonly others: number;
  /** Standard error of an AUC that is 0.5 in truth. */
  readonly standardError: number;
  /** By how well the model fits a user's history, and nothing else. */
  readonly threshold: AttackFigures;
  /** The same, against models that the attacker learnt with and without the user; null without such. */
  readonly likelihoodRatio: AttackFigures | null;
}

export interface MembershipAttack {
  readonly byUser: Csr;
  /**
   * Learns the model that is attacked, or one of the attacker's, from the rows that `inside` marks with 1, and tells
   * how well it fits the history of each of `users`. Float64[users.length].
   */
  readonly fitsOf: (inside: Uint8Array, users: readonly number[], run: number) => Promise<Float64Array>;
  /** Models of the attacker's own, each from a random half of the users. Integer, 0 or 4 and more. */
  readonly shadows: number;
  /** Users who are asked of at most, drawn at random. Left out: all. */
  readonly mostUsers?: number;
  /** Of the audit, 0 … 1. */
  readonly delta: number;
  readonly rng: Rng;
  readonly onRun?: (run: number) => void;
}

/**
 * Is this user's history in the log that the model was learnt from? Each user is by the throw of a coin (members). The
 * attacker has the model, everybody's history and the settings. Two attacks: by a threshold on the fit of the history
 * (Yeom et al. 2018), and by the ratio of the likelihoods of that fit with the user in and out, estimated per user from
 * shadow models with one common variance (LiRA: Carlini et al., S&P 2022, §VI).
 * @throws 'training/no-data' with fewer than four users with two items.
 */
export async function attackMembership(attack: MembershipAttack): Promise<MembershipReport> {
  const { byUser, fitsOf, shadows, mostUsers = Infinity, delta, rng } = attack;
  const all = usersOf(byUser);
  if (all.length < 4) {
    throw new HomebodyError('training/no-data', 'There are too few users to tell apart.', {
      remedy: 'Attack a log with at least four users of two items or more.',
    });
  }
  const users =
    all.length > mostUsers
      ? shuffle([...all], rng.fork('asked'))
          .slice(0, mostUsers)
          .sort((a, b) => a - b)
      : all;
  const fits: Float64Array[] = [];
  const inside: Uint8Array[] = [];
  for (let run = 0; run <= shadows; run++) {
    attack.onRun?.(run);
    const members = byCoin(all, users, byUser.rowCount, rng.fork(`half ${run}`));
    inside.push(members);
    fits.push(await fitsOf(members, users, run));
  }
  const insideOf = (members: Uint8Array): readonly number[] => users.map((user) => members[user]!);
  const isMember = insideOf(inside[0]!);
  const target = fits[0]!;
  const count = isMember.reduce((sum, one) => sum + one, 0);
  return {
    members: count,
    others: users.length - count,
    standardError: Math.sqrt((users.length + 1) / (12 * count * (users.length - count))),
    threshold: attackFigures(target, isMember, delta),
    likelihoodRatio:
      shadows === 0
        ? null
        : attackFigures(logRatios(target, fits.slice(1), inside.slice(1).map(insideOf)), isMember, delta),
  };
}

/**
 * Per user, ln of the likelihood of the fit with the user in over that with the user out: normal, the means from the shadow
 * tables of either kind, one variance for all. A user without both kinds says nothing: 0.
 */
export function logRatios(
  target: Float64Array,
  fits: readonly Float64Array[],
  inside: readonly ArrayLike<number>[],
): Float64Array<ArrayBuffer> {
  const means = [new Float64Array(target.length), new Float64Array(target.length)] as const;
  const counts = [new Float64Array(target.length), new Float64Array(target.length)] as const;
  fits.forEach((fit, run) => {
    fit.forEach((value, i) => {
      const side = inside[run]![i] as 0 | 1;
      means[side][i]! += value;
      counts[side][i]! += 1;
    });
  });
  for (const side of [0, 1] as const) counts[side].forEach((count, i) => (means[side][i]! /= count));
  let [squares, freedom] = [0, 0];
  fits.forEach((fit, run) => {
    fit.forEach((value, i) => {
      const side = inside[run]![i] as 0 | 1;
      squares += (value - means[side][i]!) ** 2;
    });
  });
  for (const side of [0, 1] as const) counts[side].forEach((count) => (freedom += Math.max(0, count - 1)));
  const variance = squares / Math.max(1, freedom) || 1;
  return target.map((value, i) => {
    const [out, within] = [means[0][i]!, means[1][i]!];
    if (Number.isNaN(out) || Number.isNaN(within)) return 0;
    return ((value - out) ** 2 - (value - within) ** 2) / (2 * variance);
  });
}

/**
 * Fit of each user's history to an item table: the mean score that their own vector, folded in, gives their own items.
 * By the normal equations that is 1 less the least value of the user's part of iALS's objective, per item.
 */
export function* tableFitSteps(
  byUser: Csr,
  users: readonly number[],
  config: IalsConfig,
  table: ItemTable,
): Steps<Float64Array> {
  const fits = new Float64Array(users.length);
  const { dim } = config;
  for (let i = 0; i < users.length; i++) {
    const items = rowColumns(byUser, users[i]!);
    const vector = userVector(config, table, items);
    let sum = 0;
    for (const item of items) {
      for (let d = 0; d < dim; d++) sum += vector[d]! * table.embeddings[item * dim + d]!;
    }
    fits[i] = sum / items.length;
    if ((i & 31) === 31) yield;
  }
  return fits;
}

function usersOf({ offsets, rowCount }: Csr): number[] {
  return Array.from({ length: rowCount }, (_, user) => user).filter(
    (user) => offsets[user + 1]! - offsets[user]! >= 2,
  );
}

/** Each user is in by a coin of their own; thrown again where all of those who are asked of would be on one side. */
function byCoin(all: readonly number[], users: readonly number[], rowCount: number, rng: Rng): Uint8Array {
  const members = new Uint8Array(rowCount);
  for (;;) {
    for (const user of all) members[user] = rng.next() < 0.5 ? 1 : 0;
    if (users.some((user) => members[user] === 1) && users.some((user) => members[user] === 0))
      return members;
  }
}

/** The log with the rows of all others empty. */
export function onlyRows(byUser: Csr, members: Uint8Array): Csr {
  const { rowCount, columnCount, offsets } = byUser;
  const kept = new Int32Array(rowCount + 1);
  for (let row = 0; row < rowCount; row++) {
    kept[row + 1] = kept[row]! + (members[row] === 1 ? offsets[row + 1]! - offsets[row]! : 0);
  }
  const columns = new Int32Array(kept[rowCount]!);
  const weights = new Float32Array(kept[rowCount]!);
  for (let row = 0; row < rowCount; row++) {
    if (members[row] !== 1) continue;
    columns.set(byUser.columns.subarray(offsets[row]!, offsets[row + 1]!), kept[row]!);
    weights.set(byUser.weights.subarray(offsets[row]!, offsets[row + 1]!), kept[row]!);
  }
  return { rowCount, columnCount, offsets: kept, columns, weights };
}
