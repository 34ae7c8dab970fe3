import type { ProtocolName } from '../../../domain/evaluation.ts';
import { HomebodyError } from '../../../domain/errors.ts';
import type { InteractionColumns } from '../../../domain/interactions.ts';
import type { ImportedDataset } from '../../../datasets/read-dataset.ts';
import type { SampledCandidates } from '../../../engine/evaluation/sampled-ranking.ts';

/** What a protocol splits. */
export interface EvaluationLog {
  readonly log: InteractionColumns;
  /** Only for `ncf`, whose log is the training part alone. */
  readonly candidates: SampledCandidates | null;
}

/** @throws 'import/missing-file' when the protocol needs what the data do not have. */
export function evaluationLog(dataset: ImportedDataset, protocol: ProtocolName): EvaluationLog {
  return protocol === 'ncf' ? givenSplit(dataset) : { log: wholeLog(dataset), candidates: null };
}

function givenSplit({ columns, format, ncf }: ImportedDataset): EvaluationLog {
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
  const { user: users, item: heldOut } = ncf.test;
  const candidates = { users, heldOut, negatives: ncf.negatives, perUser: ncf.negativesPerRow };
  return { log: columns, candidates };
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
