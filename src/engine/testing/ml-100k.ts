import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';

/** Where the published data lie beside a checkout; they may not be redistributed with it. */
const FILE = '../shared/data/ml-100k/u.data.gz';

/** Why tests on MovieLens 100K cannot run here, or null when they can. */
export const ml100kMissing: string | null = existsSync(FILE)
  ? null
  : `needs MovieLens 100K in ${FILE}, which is not there`;

/** 100,000 ratings of 943 users and 1,682 films, read line by line without our importers. */
export function readMl100k(): InteractionColumns {
  const rows = gunzipSync(readFileSync(FILE))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map(Number));
  return {
    userCount: 943,
    itemCount: 1682,
    user: Int32Array.from(rows, ([user]) => user! - 1),
    item: Int32Array.from(rows, ([, item]) => item! - 1),
    kind: new Uint8Array(rows.length).fill(KIND_CODE.rating),
    value: Float32Array.from(rows, ([, , rating]) => rating!),
    at: Float64Array.from(rows, ([, , , seconds]) => 1000 * seconds!),
  };
}
