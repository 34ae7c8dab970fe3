import type { DatasetFile } from '../files/dataset-file.ts';
import { decodeText } from '../formats/text/decode-text.ts';
import { RecordScanner } from '../formats/text/record-scanner.ts';
import type { Dialect } from '../formats/text/record-scanner.ts';

/** Rows at the beginning of a file that tell what its columns hold. */
const ROWS = 500;
const LINE_FEED = 10;

export interface SampledColumn {
  /** '' where the file has no header. */
  readonly name: string;
  readonly values: readonly string[];
}

/** The columns of a table, by place, with the values of its first rows: 500, or as many as 64 KiB hold. */
export async function sampleColumns(
  file: DatasetFile,
  dialect: Dialect & { readonly header: boolean },
): Promise<SampledColumn[]> {
  const head = await file.head();
  const columns: { name: string; values: string[] }[] = [];
  let row = dialect.header ? -1 : 0;
  const scanner = new RecordScanner(dialect, {
    record(buffer, bounds, fields) {
      if (row >= ROWS) return;
      for (let f = 0; f < fields; f++) {
        const text = decodeText(buffer.subarray(bounds[2 * f], bounds[2 * f + 1]));
        const column = (columns[f] ??= { name: '', values: [] });
        if (row < 0) column.name = text;
        else column.values.push(text);
      }
      row++;
    },
    malformed: () => undefined,
  });
  const lastLineEnd = head.lastIndexOf(LINE_FEED);
  scanner.push(lastLineEnd < 0 ? head : head.subarray(0, lastLineEnd + 1));
  scanner.end();
  return columns;
}
