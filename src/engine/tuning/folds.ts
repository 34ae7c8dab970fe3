import type { InteractionColumns } from '../../domain/interactions.ts';
import type { Validation } from '../../domain/tuning.ts';
import { createRng } from '../../domain/rng.ts';
import { checksum } from '../checkpoint/checksum.ts';
import { fingerprintOfLog } from '../checkpoint/fingerprint.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import { foldMakers } from '../evaluation/splits/k-fold.ts';
import { lastItemSteps } from '../evaluation/splits/last-item.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import { sequenceSteps } from '../interactions/sequences.ts';
import type { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';

/** A log cut in two. The training side never holds a pair that is held out, in whatever event. */
export type Fold = Pick<EvaluationPart, 'train' | 'sequences' | 'users' | 'heldOut'>;

/** The splits of the evaluation's protocols. Folds are made when they are asked for, since each is a copy of the log. */
export interface Folds {
  readonly count: number;
  /** Of the pairs, their order of time and how they are held out. Hexadecimal digits. */
  readonly fingerprint: string;
  /** `index` 0 … count − 1. @throws 'training/cancelled' */
  fold(index: number): Promise<Fold>;
}

/** @throws 'argument/range' and 'shape/mismatch' for a bad log, 'training/cancelled'. */
export async function foldsOf(
  log: InteractionColumns,
  validation: Validation,
  seed: number,
  pacer: Pacer,
): Promise<Folds> {
  const csr = await buildCsrInTurns(log, pacer);
  const { offsets, items } = await inTurns(sequenceSteps(log), pacer);
  const count = validation.kind === 'folds' ? validation.folds : 1;
  const rng = createRng(seed).fork('tuning/folds');
  const makers =
    validation.kind === 'folds'
      ? foldMakers(log, count, rng)
      : [() => lastItemSteps(log, Number.POSITIVE_INFINITY, rng)];
  const split = Float64Array.of(seed, validation.kind === 'folds' ? count : 0);
  const parts = [csr.offsets, offsets, items, split].map(({ buffer }) => checksum(new Uint8Array(buffer)));
  return {
    count,
    fingerprint: [fingerprintOfLog(csr), ...parts].join(''),
    fold: (index) => inTurns(makers[index]!(), pacer),
  };
}
