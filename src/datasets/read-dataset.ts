import type { CleaningReport, ImportProgress } from '../domain/cleaning.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { InteractionColumns, ItemFacts } from '../domain/interactions.ts';
import type { Item } from '../domain/item.ts';
import { catalogueOf } from './cleaning/catalogue-of.ts';
import { cleanLog } from './cleaning/clean-log.ts';
import { ImportMeter } from './files/import-meter.ts';
import { openFiles } from './files/open-files.ts';
import type { SourceFile } from './files/source-file.ts';
import { createTurns } from './files/turns.ts';
import type { NcfSplit } from './formats/raw-log.ts';
import { choosePlan } from './formats/readers.ts';
import { ReadingDesk } from './formats/reading-desk.ts';
import { maskItems, maskUsers } from './masking/mask-ids.ts';
import { createPseudonymKey } from './masking/pseudonyms.ts';

export interface ReadOptions {
  /** Called often (a few hundred times a gigabyte). Ends at 0.9: storing is not done here. */
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  /** Gives the event loop a turn; default: one by `MessageChannel`. */
  readonly yieldTurn?: () => Promise<void>;
  /** Rows beyond this many end the import with 'import/too-large'. Default 60 million, some 2.8 GB at the peak. */
  readonly maxRows?: number;
  /**
   * Pseudonyms are made under it: HMAC, SHA-256, usage sign. Default: a new one that nobody keeps, so that they
   * join nothing outside of this reading.
   */
  readonly pseudonymKey?: CryptoKey;
}

/** A data set that was read and cleaned. Rows of users and items are in order of first appearance. */
export interface ImportedDataset {
  /** For people: the archive's or folder's name where there is one. */
  readonly name: string;
  readonly format: string;
  /**
   * By row. Only items of the log: one that nobody chose cannot be recommended from choices. An item without
   * a title has its id for a title.
   */
  readonly items: readonly Item[];
  /** Arrays of exact size. Where `at` is NaN throughout, each user's rows stand in the order of time. */
  readonly columns: InteractionColumns;
  /** What `columns` count to; see `LikerCounts`. Float32[itemCount]. */
  readonly likers: Float32Array<ArrayBuffer>;
  /** Pseudonyms by row; see `pseudonymsOf`. */
  readonly users: readonly string[];
  readonly itemFacts: ItemFacts;
  readonly departments: readonly string[];
  readonly brands: readonly string[];
  readonly dateRange: readonly [number, number] | null;
  /** rowsRead = rowsKept + duplicatesMerged + bad rows of the log (those of an item file are listed too). */
  readonly report: CleaningReport;
  /** Only where the files are the NCF split; `columns` is then its training part. */
  readonly ncf?: NcfSplit;
}

const MAX_ROWS = 60_000_000;

/**
 * Reads a data set in any known format, plain or packed, masks what identifies people, and cleans it. Everything is
 * streamed: the files are never in memory as a whole.
 * @throws HomebodyError 'import/unknown-format', 'import/missing-file', 'import/damaged', 'import/no-rows',
 * 'import/too-many-bad-rows', 'import/too-large', 'import/cancelled'
 */
export async function readDataset(
  sources: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ImportedDataset> {
  const turns = options.yieldTurn ? null : createTurns();
  const meter = new ImportMeter({
    yieldTurn: options.yieldTurn ?? (() => turns!.yieldTurn()),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  try {
    return await read(sources, meter, options);
  } finally {
    turns?.close();
  }
}

async function read(
  sources: readonly SourceFile[],
  meter: ImportMeter,
  options: ReadOptions,
): Promise<ImportedDataset> {
  meter.throwIfCancelled();
  const plan = await choosePlan(await openFiles(sources, meter));
  meter.expectInput(plan.files.reduce((sum, file) => sum + file.bytes, 0));
  const desk = new ReadingDesk(meter, options.maxRows ?? MAX_ROWS);
  const { masking } = desk;
  const raw = await plan.read(desk);
  if (raw.rows.length === 0)
    throw noRows(
      plan.files.map((file) => file.path),
      plan.format,
    );

  meter.enter('cleaning', plan.name);
  const clean = await cleanLog(raw, meter);
  const key = options.pseudonymKey ?? (await createPseudonymKey());
  const users = await maskUsers(raw, masking, key, meter);
  const pseudonyms = await maskItems(raw, masking, key, meter);
  const { items, facts, departments, brands, untitled, unrated } = await catalogueOf(raw, meter, pseudonyms);
  const { columns, likers, duplicatesMerged, dateRange } = clean;
  return {
    name: masking.scrub(plan.name, { file: '', column: '', place: 0 }),
    format: plan.format,
    items,
    columns,
    likers,
    users,
    itemFacts: facts,
    departments,
    brands,
    dateRange,
    report: {
      format: plan.format,
      files: desk.tallies,
      rowsRead: raw.rowsRead,
      rowsKept: columns.user.length,
      duplicatesMerged,
      badRowCount: desk.badRows.count,
      badRows: desk.badRows.kept,
      userCount: columns.userCount,
      itemCount: columns.itemCount,
      untitledItems: untitled,
      unratedItems: unrated,
      dateRange,
      masked: masking.report(),
    },
    ...(raw.ncf ? { ncf: raw.ncf } : {}),
  };
}

function noRows(files: readonly string[], format: string): HomebodyError {
  return new HomebodyError('import/no-rows', `There is not one usable row in ${files.join(', ')}.`, {
    remedy: `The files look like ${format}, but hold no interactions. Check that they are complete.`,
    detail: { files, format },
  });
}
