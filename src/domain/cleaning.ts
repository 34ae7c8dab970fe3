/** What reading a file found; shown after every import. */
export interface BadRow {
  readonly file: string;
  /** 1-based line in that file. */
  readonly line: number;
  /** Machine-readable reason; the page words it. */
  readonly reason:
    | 'too-few-fields'
    | 'not-a-number'
    | 'out-of-range'
    | 'empty-id'
    | 'bad-date'
    | 'unknown-item'
    | 'malformed';
  /** Name of the field, '' when the row as a whole is bad. */
  readonly field: string;
  /** The offending text, at most 60 characters. */
  readonly text: string;
}

export interface CleaningReport {
  readonly format: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly rows: number }[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Rows of the same user and item, merged into one (the latest is kept). */
  readonly duplicatesMerged: number;
  readonly badRowCount: number;
  /** The first 50 bad rows. */
  readonly badRows: readonly BadRow[];
  readonly userCount: number;
  readonly itemCount: number;
  /** Items that have no title of their own in the files. */
  readonly untitledItems: number;
  /** Items of the files that the log never mentions; they are left out of the catalogue. */
  readonly unratedItems?: number;
  readonly dateRange: readonly [number, number] | null;
}

export interface ImportProgress {
  readonly phase: 'opening' | 'reading' | 'cleaning' | 'storing';
  readonly file: string;
  /** 0 … 1 of the whole import. */
  readonly fraction: number;
  readonly rowsRead: number;
}
