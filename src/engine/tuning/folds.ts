import type { Validation } from '../../domain/tuning.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import { checksum } from '../checkpoint/checksum.ts';
import { fingerprintOfLog } from '../checkpoint/fingerprint.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryOf } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { leaveOneOutSteps } from '../interactions/leave-one-out.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { sequenceSteps } from '../interactions/sequences.ts';
import type { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';

/** A log cut in two. The training side never holds a pair that is held out, in whatever event. */
export interface Fold {
  readonly train: Csr;
  readonly sequences: Sequences;
  /** Users with something held out who like something in training, ascending. Int32[n]. */
  readonly users: Int32Array<ArrayBuffer>;
  /** List q: the held-out items of users[q]. */
  readonly heldOut: ItemLists;
}

/** Where each pair belongs. Folds are made when they are asked for, since each is a copy of the log. */
export interface Folds {
  readonly count: number;
  /** Of the pairs and of what is held out of them, with the order of time. Hexadecimal digits. */
  readonly fingerprint: string;
  /** `index` 0 … count − 1. */
  fold(index: number): Fold;
}

/** Training side of every fold: nothing holds the pair out. */
const NEVER = 255;

/** @throws 'argument/range' and 'shape/mismatch' for a bad log, 'training/cancelled'. */
export async function foldsOf(
  log: InteractionColumns,
  validation: Validation,
  seed: number,
  pacer: Pacer,
): Promise<Folds> {
  const csr = await buildCsrInTurns(log, pacer);
  const sequences = await inTurns(sequenceSteps(log), pacer);
  const rng = createRng(seed).fork('tuning/folds');
  const foldOf =
    validation.kind === 'folds'
      ? dealPairs(csr, validation.folds, rng)
      : await lastPairs(log, csr, rng, pacer);
  const parts = [csr.offsets, sequences.offsets, sequences.items].map(({ buffer }) =>
    checksum(new Uint8Array(buffer)),
  );
  return {
    count: validation.kind === 'folds' ? validation.folds : 1,
    fingerprint: [fingerprintOfLog(csr), ...parts, checksum(foldOf)].join(''),
    fold: (index) => cut(csr, sequences, foldOf, index),
  };
}

/**
 * Deals the liked pairs of each user in random order onto the folds, on from where the user before ended:
 * every fold gets an equal part of each user, and in all an equal number of pairs, up to one. Dislikes stay
 * in training. Uint8[entries].
 */
export function dealPairs(csr: Csr, folds: number, rng: Rng): Uint8Array<ArrayBuffer> {
  const foldOf = new Uint8Array(csr.columns.length).fill(NEVER);
  let next = 0;
  for (let row = 0; row < csr.rowCount; row++) {
    const liked: number[] = [];
    for (let e = csr.offsets[row]!; e < csr.offsets[row + 1]!; e++) {
      if (isLiking(csr.weights[e]!)) liked.push(e);
    }
    for (let i = liked.length - 1; i >= 0; i--) {
      const j = rng.int(i + 1);
      foldOf[liked[j]!] = next;
      liked[j] = liked[i]!;
      next = (next + 1) % folds;
    }
  }
  return foldOf;
}

/** Fold 0 holds out what `leaveOneOut` does, of all users. */
async function lastPairs(
  log: InteractionColumns,
  csr: Csr,
  rng: Rng,
  pacer: Pacer,
): Promise<Uint8Array<ArrayBuffer>> {
  const foldOf = new Uint8Array(csr.columns.length).fill(NEVER);
  const split = await inTurns(leaveOneOutSteps(log, csr, { maxUsers: Infinity, rng }), pacer);
  split.users.forEach((user, i) => (foldOf[entryOf(csr, user, split.heldOut[i]!)] = 0));
  return foldOf;
}

function cut(csr: Csr, sequences: Sequences, foldOf: Uint8Array, index: number): Fold {
  const offsets = new Int32Array(csr.rowCount + 1);
  const columns = new Int32Array(csr.columns.length);
  const weights = new Float32Array(csr.columns.length);
  const users: number[] = [];
  const held: number[] = [];
  const heldOffsets = [0];
  let kept = 0;
  for (let row = 0; row < csr.rowCount; row++) {
    let likes = false;
    const heldBefore = held.length;
    for (let e = csr.offsets[row]!; e < csr.offsets[row + 1]!; e++) {
      if (foldOf[e] === index) {
        held.push(csr.columns[e]!);
        continue;
      }
      columns[kept] = csr.columns[e]!;
      weights[kept] = csr.weights[e]!;
      likes ||= isLiking(weights[kept]!);
      kept += 1;
    }
    offsets[row + 1] = kept;
    if (likes && held.length > heldBefore) {
      users.push(row);
      heldOffsets.push(held.length);
    } else held.length = heldBefore;
  }
  const { rowCount, columnCount } = csr;
  return {
    train: {
      rowCount,
      columnCount,
      offsets,
      columns: columns.slice(0, kept),
      weights: weights.slice(0, kept),
    },
    sequences: without(sequences, (user, item) => foldOf[entryOf(csr, user, item)] === index),
    users: Int32Array.from(users),
    heldOut: { offsets: Int32Array.from(heldOffsets), items: Int32Array.from(held) },
  };
}

function without(sequences: Sequences, drops: (user: number, item: number) => boolean): Sequences {
  const offsets = new Int32Array(sequences.offsets.length);
  const items = new Int32Array(sequences.items.length);
  let kept = 0;
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let i = sequences.offsets[user]!; i < sequences.offsets[user + 1]!; i++) {
      if (!drops(user, sequences.items[i]!)) items[kept++] = sequences.items[i]!;
    }
    offsets[user + 1] = kept;
  }
  return { itemCount: sequences.itemCount, offsets, items: items.slice(0, kept) };
}
