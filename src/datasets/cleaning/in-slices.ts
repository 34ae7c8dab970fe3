import type { ImportMeter } from '../files/import-meter.ts';

/** Rows between two looks at the meter. */
export const SLICE_ROWS: number = 1 << 14;
/** What a pass over a row counts as, in bytes of text. */
export const BYTES_A_ROW = 8;

/** Runs a loop over rows with turns in between. */
export async function inSlices(
  rows: number,
  meter: ImportMeter,
  slice: (begin: number, end: number) => void,
): Promise<void> {
  for (let begin = 0; begin < rows; begin += SLICE_ROWS) {
    const end = Math.min(rows, begin + SLICE_ROWS);
    slice(begin, end);
    await meter.work((end - begin) * BYTES_A_ROW);
  }
}
