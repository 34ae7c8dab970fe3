import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';

/** The one file whose name matches; null when there is none. @throws 'import/unknown-format' when several do */
export function fileNamed(files: readonly DatasetFile[], pattern: RegExp): DatasetFile | null {
  return onlyOne(files.filter((file) => pattern.test(file.name)));
}

/** @throws 'import/unknown-format' when it cannot be known which of several files is meant */
export function onlyOne(candidates: readonly DatasetFile[]): DatasetFile | null {
  const names = new Set(candidates.map((file) => file.name));
  // The same file packed and unpacked is no contradiction: the first will do.
  if (names.size <= 1) return candidates[0] ?? null;
  const paths = candidates.map((file) => file.path);
  throw new HomebodyError('import/unknown-format', `${paths.join(' and ')} could each be the one to read.`, {
    remedy: 'Give one data set at a time.',
    detail: { files: paths },
  });
}

/** 'import/missing-file'. */
export function missingFile(present: DatasetFile, wanted: string, why: string): HomebodyError {
  return new HomebodyError(
    'import/missing-file',
    `${present.name} is here, but ${wanted} is missing: ${why}.`,
    {
      remedy: `Choose ${wanted} together with ${present.name}, or give the whole zip.`,
      detail: { present: present.path, missing: wanted },
    },
  );
}

/** A name for the catalogue: the archive's or folder's, else the one given. */
export function nameOf(file: DatasetFile, otherwise: string): string {
  return file.group === '' ? otherwise : file.group;
}
