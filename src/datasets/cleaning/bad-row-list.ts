import type { BadRow } from '../../domain/cleaning.ts';
import { decodeText } from '../formats/text/decode-text.ts';
import { scrubText } from '../masking/scrub-text.ts';

const KEPT = 50;
const TEXT_LENGTH = 60;

/** Counts unusable rows and keeps the first fifty for the report. */
export class BadRowList {
  readonly kept: BadRow[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** `text`: the offending bytes, only lent. Returns the entry, kept or not. */
  add(file: string, line: number, reason: BadRow['reason'], field: string, text: Uint8Array): BadRow {
    this.#count++;
    const shown = scrubText(decodeText(text.subarray(0, 4 * TEXT_LENGTH))).text.slice(0, TEXT_LENGTH);
    const bad: BadRow = { file, line, reason, field, text: shown };
    if (this.kept.length < KEPT) this.kept.push(bad);
    return bad;
  }
}
