import { basename, resolve } from 'node:path';
import type { SourceFile } from '../datasets/files/source-file.ts';
import { readDataset } from '../datasets/read-dataset.ts';
import type { ImportedDataset } from '../datasets/read-dataset.ts';
import type { OptionSpecs } from './arguments/option-spec.ts';
import type { ParsedOptions } from './arguments/parsed-options.ts';
import { sourceFilesAt } from './files/source-files.ts';
import type { ProgressLine } from './output/progress-line.ts';

export const DATA_OPTIONS: OptionSpecs = {
  data: {
    value: 'PATH',
    help: 'a file, or a folder with the files, in any format that the page imports; zip and gzip too',
    required: true,
    many: true,
  },
};

/** What `--data` names, found but not yet read: a wrong path should not cost a training. @throws UsageError */
export async function findData(options: ParsedOptions): Promise<readonly SourceFile[]> {
  options.requiredText('data', 'the log to learn from, a file or a folder');
  const files: SourceFile[] = [];
  for (const path of options.texts('data')) {
    const found = await sourceFilesAt(path);
    if (found === null) throw options.error(`--data: there is no file or folder "${path}".`);
    if (found.length === 0) throw options.error(`--data: the folder "${path}" holds no files.`);
    files.push(...found);
  }
  return files;
}

/** For people: the last part of each path. */
export const dataNames = (options: ParsedOptions): string =>
  options
    .texts('data')
    .map((path) => basename(resolve(path)))
    .join(', ');

/** @throws HomebodyError 'import/…' */
export function readData(
  files: readonly SourceFile[],
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<ImportedDataset> {
  return readDataset(files, {
    signal,
    onProgress: ({ phase, fraction }) => progress.tell(phase, fraction),
  });
}

/** What became of the rows; part of every report, since a log that lost half its rows must not look whole. */
export interface DataReport {
  readonly format: string;
  readonly rowsRead: number;
  readonly duplicatesMerged: number;
  readonly badRows: number;
}

export function dataReport({ report }: Pick<ImportedDataset, 'report'>): DataReport {
  const { format, rowsRead, duplicatesMerged, badRowCount } = report;
  return { format, rowsRead, duplicatesMerged, badRows: badRowCount };
}

export const dataText = ({ format, rowsRead, duplicatesMerged, badRows }: DataReport): string =>
  `${format}, ${rowsRead} rows: ${duplicatesMerged} duplicates merged, ${badRows} bad rows left out`;
