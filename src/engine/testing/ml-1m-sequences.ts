import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { HeldOut } from '../evaluation/full-ranking.ts';

/** Where the published data lie beside a checkout; they may not be redistributed with it. */
const FILE = '../shared/data/sasrec/ml-1m.txt.gz';

/** Why tests on the sequences of MovieLens 1M cannot run here, or null when they can. */
export const ml1mSequencesMissing: string | null = existsSync(FILE)
  ? null
  : `needs SASRec's file of MovieLens 1M at ${FILE}, which is not there`;

/**
 * SASRec's file (kang205/SASRec), split as published: the last item of each user is the test, all before it the
 * training, the second-last one (the validation of those who need one) included. Users and items from 0.
 */
export function readMl1mSequences(): { readonly log: InteractionColumns; readonly test: HeldOut } {
  const lines = gunzipSync(readFileSync(FILE)).toString().trimEnd().split('\n');
  const rows = lines.map((line) => line.split(' ').map((field) => Number(field) - 1));
  const isLast = (i: number): boolean => rows[i + 1]?.[0] !== rows[i]![0];
  const train = rows.filter((_, i) => !isLast(i));
  const last = rows.filter((_, i) => isLast(i));
  return {
    log: {
      userCount: 6040,
      itemCount: 3416,
      user: Int32Array.from(train, (row) => row[0]!),
      item: Int32Array.from(train, (row) => row[1]!),
      kind: new Uint8Array(train.length).fill(KIND_CODE.rating),
      value: new Float32Array(train.length).fill(1),
      at: new Float64Array(train.length).fill(Number.NaN),
    },
    test: {
      users: Int32Array.from(last, (row) => row[0]!),
      heldOut: Int32Array.from(last, (row) => row[1]!),
    },
  };
}
