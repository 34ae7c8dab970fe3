import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { decodeText } from './text/decode-text.ts';

/** What the beginning of a file looks like. */
export type Glimpse =
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'utf-16' }
  /** The first lines that are not blank, whole ones, at most 20; a byte-order mark and `\r` are gone. */
  | { readonly kind: 'text'; readonly lines: readonly string[] };

/** Looks at the first 64 KiB. No text format has NUL bytes, and 64 KiB of noise never lack them. */
export async function peek(file: DatasetFile): Promise<Glimpse> {
  const head = await file.head();
  if (head.length === 0) return { kind: 'empty' };
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return { kind: 'utf-16' };
  if (head.includes(0)) return { kind: 'binary' };
  // A cut character at the end of the 64 KiB would make all of it look like Latin-1.
  const lastLineEnd = head.lastIndexOf(10);
  const text = decodeText(lastLineEnd > 0 ? head.subarray(0, lastLineEnd) : head);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return { kind: 'text', lines: lines.filter((line) => line.trim() !== '').slice(0, 20) };
}

/**
 * The first lines of a file that must be text, as its name makes it part of a format.
 * @throws 'import/unknown-format' when it is not text; 'import/no-rows' when it is empty
 */
export async function peekLines(file: DatasetFile, expected: string): Promise<readonly string[]> {
  const glimpse = await peek(file);
  if (glimpse.kind === 'text') return glimpse.lines;
  const detail = { file: file.path };
  if (glimpse.kind === 'empty') {
    throw new HomebodyError('import/no-rows', `${file.path} is empty.`, {
      remedy: `Give a file with ${expected}.`,
      detail,
    });
  }
  const isUtf16 = glimpse.kind === 'utf-16';
  throw new HomebodyError(
    'import/unknown-format',
    `${file.path} is ${isUtf16 ? 'UTF-16 text, which is not read here' : 'binary data, not text'}.`,
    {
      remedy: isUtf16 ? 'Save it again as UTF-8 ("CSV UTF-8" in Excel).' : `Give a file with ${expected}.`,
      detail,
    },
  );
}
