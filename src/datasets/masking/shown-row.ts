import { decodeText } from '../formats/text/decode-text.ts';
import { GAP } from './scrub-text.ts';

/**
 * A row that was left out, for the report: its fields with the separator between them, and a gap in place of
 * what stands in the columns `hidden`. Without separators two neighbours read as one number, which no shape
 * gives away as a phone or a card. A row of one field has not been cut, so that its place says nothing: that
 * one is left to be scrubbed by shape. Arguments as of `RecordHandler.record`.
 */
export function shownRow(
  buffer: Uint8Array,
  bounds: Int32Array,
  fields: number,
  separator: string,
  hidden: (column: number) => boolean,
): string {
  const texts: string[] = [];
  for (let field = 0; field < fields; field++) {
    const start = bounds[2 * field]!;
    const end = bounds[2 * field + 1]!;
    const gap = fields > 1 && end > start && hidden(field);
    texts.push(gap ? GAP : decodeText(buffer.subarray(start, end)));
  }
  return texts.join(separator);
}
