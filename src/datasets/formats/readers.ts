import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { scrubText } from '../masking/scrub-text.ts';
import { movieLens100k } from './movielens-100k.ts';
import { movieLensCsv } from './movielens-csv.ts';
import { movieLensDat } from './movielens-dat.ts';
import { ncf } from './ncf.ts';
import { peek } from './peek.ts';
import { ratingsTable } from './ratings-table.ts';
import type { ReadPlan, Reader } from './reader.ts';
import { recBole } from './recbole.ts';
import { sasRec } from './sasrec.ts';

/** Asked in this order: those that know their files by name before those that look into any text. */
const READERS: readonly Reader[] = [
  movieLens100k,
  movieLensDat,
  ncf,
  recBole,
  movieLensCsv,
  sasRec,
  ratingsTable,
];

/** @throws 'import/unknown-format' when no reader knows the files, and what readers throw */
export async function choosePlan(files: readonly DatasetFile[]): Promise<ReadPlan> {
  for (const reader of READERS) {
    const plan = await reader.recognise(files);
    if (plan) return plan;
  }
  throw await unknownFormat(files);
}

const MENTIONED = 5;

async function unknownFormat(files: readonly DatasetFile[]): Promise<HomebodyError> {
  const accepted = READERS.map((reader) => reader.accepts);
  const remedy = `What can be read: ${accepted.join('; ')}. Each may be packed as .gz or .zip.`;
  const seen: string[] = [];
  for (const file of files.slice(0, MENTIONED)) seen.push(await describe(file));
  if (files.length === 1 && seen[0]!.endsWith(' is empty')) {
    return new HomebodyError('import/no-rows', `${seen[0]}.`, {
      remedy,
      detail: { files: [files[0]!.path], accepted },
    });
  }
  const more = files.length > MENTIONED ? ` (and ${files.length - MENTIONED} more files)` : '';
  const message =
    files.length === 0 ? 'There is no file to read.' : `No known format: ${seen.join('; ')}${more}.`;
  return new HomebodyError('import/unknown-format', message, {
    remedy,
    detail: { files: files.map((file) => file.path), accepted },
  });
}

async function describe(file: DatasetFile): Promise<string> {
  const glimpse = await peek(file);
  if (glimpse.kind === 'text')
    return `${file.path} begins with "${scrubText(glimpse.lines[0] ?? '').text.slice(0, 60)}"`;
  return `${file.path} ${NOT_TEXT[glimpse.kind]}`;
}

const NOT_TEXT = {
  empty: 'is empty',
  binary: 'is binary data, not text',
  'utf-16': 'is UTF-16 text; save it as UTF-8',
} as const;
