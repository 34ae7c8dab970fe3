import type { Steps } from '../training/steps.ts';
import { EVERY, EVERY_ROWS } from '../training/steps.ts';
import type { Csr } from './csr.ts';

/** The same entries by column. Rows of the result ascend because the rows of the source are read in order. */
export function* transposeSteps(csr: Csr): Steps<Csr> {
  const { rowCount, columnCount } = csr;
  const offsets = new Int32Array(columnCount + 1);
  for (let e = 0; e < csr.columns.length; e++) {
    offsets[csr.columns[e]! + 1]! += 1;
    if ((e & EVERY) === EVERY) yield;
  }
  for (let c = 0; c < columnCount; c++) offsets[c + 1]! += offsets[c]!;
  const next = offsets.slice(0, columnCount);
  const columns = new Int32Array(csr.columns.length);
  const weights = new Float32Array(csr.columns.length);
  for (let row = 0; row < rowCount; row++) {
    for (let e = csr.offsets[row]!; e < csr.offsets[row + 1]!; e++) {
      const place = next[csr.columns[e]!]!++;
      columns[place] = row;
      weights[place] = csr.weights[e]!;
    }
    if ((row & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  return { rowCount: columnCount, columnCount: rowCount, offsets, columns, weights };
}
