import { HomebodyError } from '../../domain/errors.ts';
import type { Rng } from '../../domain/rng.ts';
import { areaUnderCurve } from '../evaluation/metrics.ts';
import { shuffle } from '../evaluation/splits/shuffle.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Steps } from '../training/steps.ts';
import { inTurns } from '../training/steps.ts';
import type { ItemTable } from './dp-ials.ts';
import { userVector } from './dp-ials.ts';

/** How well an attacker tells members of the training log from others. */
export interface AttackResult {
  /** That a random member scores higher than a random other user; 0.5 is no better than a coin. */
  readonly auc: number;
  /** max |TPR − FPR| over all thresholds, 0 … 1 (Yeom et al., CSF 2018). */
  readonly advantage: number;
}

export interface MembershipReport {
  readonly members: number;
  readonly others: number;
  /** Standard error of an AUC that is 0.5 in truth. */
  readonly standardError: number;
  /** By how well the table fits a user's history, and nothing else. */
  readonly threshold: AttackResult;
  /** The same, against tables that the attacker learnt with and without the user; null without such. */
  readonly likelihoodRatio: AttackResult | null;
}

export interface MembershipAttack {
  readonly byUser: Csr;
  readonly config: IalsConfig;
  /** Learns the item table that is attacked, from a log in which the rows of non-members are empty. */
  readonly train: (members: Csr, run: number) => Promise<ItemTable>;
  /** Tables of the attacker's own, each from a random half of the users. Integer, 0 or 4 and more. */
  readonly shadows: number;
  readonly rng: Rng;
  readonly pacer: Pacer;
  readonly onRun?: (run: number) => void;
}

/**
 * Is this user's history in the log that the item table was learnt from? A random half of the users is (members).
 * The attacker has the table, everybody's history and the settings. Two attacks: by a threshold on the fit of the
 * history (Yeom et al. 2018), and by the ratio of the likelihoods of that fit with the user in and out, estimated
 * per user from shadow tables with one common variance (LiRA: Carlini et al., S&P 2022, §VI).
 * @throws 'training/no-data' with fewer than four users with two items.
 */
export async function attackMembership(attack: MembershipAttack): Promise<MembershipReport> {
  const { byUser, config, train, shadows, rng, pacer } = attack;
  const users = usersOf(byUser);
  if (users.length < 4) {
    throw new HomebodyError('training/no-data', 'There are too few users to tell apart.', {
      remedy: 'Attack a log with at least four users of two items or more.',
    });
  }
  const fits: Float64Array[] = [];
  const inside: Uint8Array[] = [];
  for (let run = 0; run <= shadows; run++) {
    attack.onRun?.(run);
    const members = halfOf(users, byUser.rowCount, rng.fork(`half ${run}`));
    const table = await train(onlyRows(byUser, members), run);
    inside.push(members);
    fits.push(await inTurns(fitSteps(byUser, users, config, table), pacer));
  }
  const isMember = users.map((user) => inside[0]![user]!);
  const target = fits[0]!;
  const count = isMember.reduce((sum, one) => sum + one, 0);
  return {
    members: count,
    others: users.length - count,
    standardError: Math.sqrt((users.length + 1) / (12 * count * (users.length - count))),
    threshold: resultOf(target, isMember),
    likelihoodRatio:
      shadows === 0
        ? null
        : resultOf(
            logRatios(
              target,
              fits.slice(1),
              inside.slice(1).map((members) => users.map((user) => members[user]!)),
            ),
            isMember,
          ),
  };
}

/** AUC and advantage of scores that are higher for members. `isMember`: 0 or 1. */
export function resultOf(scores: Float64Array, isMember: ArrayLike<number>): AttackResult {
  const members = scores.filter((_, i) => isMember[i] === 1);
  const others = scores.filter((_, i) => isMember[i] === 0);
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!);
  let [difference, advantage] = [0, 0];
  order.forEach((place, i) => {
    difference += isMember[place] === 1 ? 1 / members.length : -1 / others.length;
    // Ties cannot be told apart by a threshold.
    const next = order[i + 1];
    if (next === undefined || scores[next] !== scores[place])
      advantage = Math.max(advantage, Math.abs(difference));
  });
  return { auc: areaUnderCurve(members, others), advantage };
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
 * Fit of each user's history: the mean score that their own vector, folded in, gives their own items. By the normal
 * equations that is 1 less the least value of the user's part of iALS's objective, per item.
 */
function* fitSteps(
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

function halfOf(users: readonly number[], rowCount: number, rng: Rng): Uint8Array {
  const members = new Uint8Array(rowCount);
  for (const user of shuffle([...users], rng).slice(0, Math.floor(users.length / 2))) members[user] = 1;
  return members;
}

/** The log with the rows of all others empty. */
function onlyRows(byUser: Csr, members: Uint8Array): Csr {
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
