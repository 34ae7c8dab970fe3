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

  /** `text`: what offends; bytes are only lent. Returns the entry, kept or not. */
  add(
    file: string,
    line: number,
    reason: BadRow['reason'],
    field: string,
    text: Uint8Array | string,
  ): BadRow {
    this.#count++;
    const head = text.slice(0, 4 * TEXT_LENGTH);
    const plain = typeof head === 'string' ? head : decodeText(head);
    const shown = scrubText(plain).text.slice(0, TEXT_LENGTH);
    const bad: BadRow = { file, line, reason, field, text: shown };
    if (this.kept.length < KEPT) this.kept.push(bad);
    return bad;
  }
}
