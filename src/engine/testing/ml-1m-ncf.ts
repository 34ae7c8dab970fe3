import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { SampledCandidates } from '../evaluation/sampled-ranking.ts';

/** Where the published data lie beside a checkout; they may not be redistributed with it. */
const FOLDER = '../shared/data/ml-1m-ncf';

/** Why tests on MovieLens 1M cannot run here, or null when they can. */
export const ml1mMissing: string | null = existsSync(FOLDER)
  ? null
  : `needs the NCF split of MovieLens 1M in ${FOLDER}, which is not there`;

/** The training log and the authors' test rows, read line by line without our importers. */
export function readMl1m(): { readonly log: InteractionColumns; readonly candidates: SampledCandidates } {
  const lines = (file: string): string[] =>
    gunzipSync(readFileSync(`${FOLDER}/${file}.gz`))
      .toString()
      .trimEnd()
      .split('\n');
  const train = lines('ml-1m.train.pos.tsv').slice(1);
  const user = new Int32Array(train.length);
  const item = new Int32Array(train.length);
  train.forEach((line, i) => {
    const fields = line.split('\t');
    user[i] = Number(fields[0]);
    item[i] = Number(fields[1]);
  });
  const test = lines('ml-1m.test.rating').map((line) => line.split('\t').map(Number));
  const negatives = lines('ml-1m.test.negative').flatMap((line) => line.split('\t').slice(1).map(Number));
  return {
    log: {
      userCount: 6040,
      itemCount: 3706,
      user,
      item,
      kind: new Uint8Array(train.length).fill(KIND_CODE.rating),
      value: new Float32Array(train.length).fill(1),
      at: new Float64Array(train.length).fill(Number.NaN),
    },
    candidates: {
      users: Int32Array.from(test, (fields) => fields[0]!),
      heldOut: Int32Array.from(test, (fields) => fields[1]!),
      negatives: Int32Array.from(negatives),
      perUser: 99,
    },
  };
}
