import { HomebodyError } from '../../../domain/errors.ts';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import { createRng } from '../../../domain/rng.ts';
import type { ImportedDataset } from '../../../datasets/read-dataset.ts';
import type { HeldOut } from '../../../engine/evaluation/full-ranking.ts';
import type { SampledCandidates } from '../../../engine/evaluation/sampled-ranking.ts';
import { buildCsr } from '../../../engine/interactions/build-csr.ts';
import type { Csr } from '../../../engine/interactions/csr.ts';
import { leaveOneOut } from '../../../engine/interactions/leave-one-out.ts';

export const PROTOCOLS = ['ncf', 'leave-one-out'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export interface EvaluationSplit {
  readonly train: Csr;
  readonly heldOut: HeldOut;
  /** Only by the protocol `ncf`. */
  readonly candidates: SampledCandidates | null;
}

/** @throws 'import/missing-file' when the protocol needs what the data do not have. */
export function prepareSplit(dataset: ImportedDataset, protocol: Protocol, seed: number): EvaluationSplit {
  return protocol === 'ncf' ? ncfSplit(dataset) : lastItems(dataset, seed);
}

function ncfSplit({ columns, format, ncf }: ImportedDataset): EvaluationSplit {
  if (!ncf?.negatives) {
    throw new HomebodyError(
      'import/missing-file',
      `The protocol ncf needs the NCF split; this is ${format}.`,
      {
        remedy:
          'Give a folder with *.train.rating, *.test.rating and *.test.negative, or --protocol leave-one-out.',
        detail: { format, testRows: ncf?.test.user.length ?? 0 },
      },
    );
  }
  const heldOut = { users: ncf.test.user, heldOut: ncf.test.item };
  return {
    train: buildCsr(columns),
    heldOut,
    candidates: { ...heldOut, negatives: ncf.negatives, perUser: ncf.negativesPerRow },
  };
}

function lastItems(dataset: ImportedDataset, seed: number): EvaluationSplit {
  const log = wholeLog(dataset);
  const { train, users, heldOut } = leaveOneOut(log, buildCsr(log), {
    maxUsers: Infinity,
    rng: createRng(seed),
  });
  return { train, heldOut: { users, heldOut }, candidates: null };
}

/** The test rows of the NCF split are the last of their users: here they belong to the log again. */
function wholeLog({ columns, ncf }: ImportedDataset): InteractionColumns {
  if (!ncf) return columns;
  const { test } = ncf;
  const length = columns.user.length + test.user.length;
  const join = <T extends Int32Array | Uint8Array | Float32Array | Float64Array>(
    into: T,
    head: T,
    tail: T,
  ): T => {
    into.set(head);
    into.set(tail, head.length);
    return into;
  };
  return {
    userCount: columns.userCount,
    itemCount: columns.itemCount,
    user: join(new Int32Array(length), columns.user, test.user),
    item: join(new Int32Array(length), columns.item, test.item),
    kind: new Uint8Array(length).fill(columns.kind[0]!),
    value: join(new Float32Array(length), columns.value, test.value),
    // Without times the order of the log decides, and the test rows come last; with them they are the latest.
    at: join(
      new Float64Array(length),
      columns.at,
      columns.at.some(Number.isNaN) ? test.at.fill(Number.NaN) : test.at,
    ),
  };
}
