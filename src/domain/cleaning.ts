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
  /** The offending text, at most 60 characters, without the identifiers that are known by their shape. */
  readonly text: string;
}

/** What identifies a person, as the import knows it: by the name of a column, or by the shape of a value. */
export type IdentifierKind =
  | 'user' // whatever id the log gives its people, a number as well as a name
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'card'
  | 'iban'
  | 'order' // numbers of orders, invoices and payments
  | 'text'; // what somebody wrote

/** One kind of identifier that was found in one column, and what became of it before anything was stored. */
export interface MaskedColumn {
  readonly file: string;
  /** The column's name in the file's first line; '' where the file has none. */
  readonly column: string;
  /** 1-based place of the column; 0 for the name of the data set itself. */
  readonly place: number;
  readonly kind: IdentifierKind;
  /** `replaced`: by a pseudonym under the vault's key; what was dropped is nowhere. */
  readonly action: 'dropped' | 'replaced';
  /** Values that were dropped, row by row; values that were replaced, each different one once. */
  readonly count: number;
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
  /** Identifiers of people that were found, in the order of files and columns. */
  readonly masked: readonly MaskedColumn[];
}

export interface ImportProgress {
  readonly phase: 'opening' | 'reading' | 'cleaning' | 'storing';
  readonly file: string;
  /** 0 … 1 of the whole import. */
  readonly fraction: number;
  readonly rowsRead: number;
}
