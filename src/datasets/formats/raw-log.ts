import type { Item } from '../../domain/item.ts';
import type { IdTable } from './text/id-table.ts';
import type { LogColumns, RowBuffer } from './row-buffer.ts';

/** What the times of a log are worth. */
export type TimeMeaning =
  | 'clock' // ms since the epoch, NaN in single rows
  | 'position' // a rank within the user's own history: an order, but no time
  | 'none'; // the rows stand in the order of time

/** A log as it was read: usable rows, not yet merged. Its owner is whoever cleans it. */
export interface RawLog {
  readonly users: IdTable;
  readonly items: IdTable;
  /** Usable rows. */
  readonly rows: RowBuffer;
  /** All rows of the log, unusable ones included. */
  readonly rowsRead: number;
  readonly times: TimeMeaning;
  /** True when `value` is a rating, false when rows only say that something happened. */
  readonly rated: boolean;
  /** What is known of items, by id. */
  readonly catalogue: ReadonlyMap<string, Item>;
  readonly ncf?: NcfSplit;
}

/**
 * The held-out part of the NCF split (He et al. 2017). Row k of `negatives` belongs to row k of `test`. Users
 * and items are rows of the same catalogue as the columns, which hold the training part alone.
 */
export interface NcfSplit {
  readonly test: LogColumns;
  /** Int32[test rows, negativesPerRow], null where the set has no file of negatives. */
  readonly negatives: Int32Array<ArrayBuffer> | null;
  readonly negativesPerRow: number;
  /**
   * Rows whose list of negatives holds the positive itself, a quirk of the authors' file. The lists are left
   * as they are: as in the authors' evaluation, such a row simply has one rival less.
   */
  readonly rowsWithPositiveAmongNegatives: number;
}
