import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { describeSeparator } from './text/separators.ts';

const SEPARATORS = [',', '\t', ';', '|'];

/** Names of a header's columns, lower case, letters and digits only: `User ID`, `user_id`, `userId` are one. */
export interface Header {
  readonly separator: string;
  readonly columns: readonly string[];
}

/** Cuts a first line by whichever separator cuts it most often. */
export function parseHeader(line: string): Header {
  const [separator = ','] = [...SEPARATORS].sort((a, b) => line.split(b).length - line.split(a).length);
  const columns = line.split(separator).map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return { separator, columns };
}

/** The column that bears one of the names, the earliest name first; −1 when there is none. */
export function columnNamed(header: Header, names: readonly string[]): number {
  const found = names.find((name) => header.columns.includes(name));
  return found === undefined ? -1 : header.columns.indexOf(found);
}

/**
 * Refuses a table whose header is the right one, but cut by another separator: numbers such as `4,5` make
 * guessing on unsafe. @throws 'import/too-many-bad-rows'
 */
export function requireSeparator(file: DatasetFile, header: Header, allowed: readonly string[]): void {
  if (allowed.includes(header.separator)) return;
  const expected = allowed.map(describeSeparator).join(' or ');
  const seen = describeSeparator(header.separator);
  throw new HomebodyError(
    'import/too-many-bad-rows',
    `${file.name}, line 1: fields should be separated by ${expected}, but they are separated by ${seen}.`,
    {
      remedy: `Save the file with ${expected} between the fields, or give the original download.`,
      detail: { file: file.path, line: 1, expected, seen },
    },
  );
}
