import type { IdentifierKind } from '../../domain/cleaning.ts';

/** Counts what stands in the columns of a table that identify people and that no reader keeps. */
export class DroppedColumns {
  readonly #columns: readonly number[];
  readonly #kinds: readonly IdentifierKind[];
  readonly #counts: Float64Array;

  constructor(found: readonly { readonly column: number; readonly kind: IdentifierKind }[]) {
    this.#columns = found.map(({ column }) => column);
    this.#kinds = found.map(({ kind }) => kind);
    this.#counts = new Float64Array(found.length);
  }

  /** Whether this column is dropped. */
  has(column: number): boolean {
    return this.#columns.includes(column);
  }

  /** One row; see `RecordHandler.record`. */
  see(bounds: Int32Array, fields: number): void {
    for (let k = 0; k < this.#columns.length; k++) {
      const column = this.#columns[k]!;
      if (column < fields && bounds[2 * column + 1]! > bounds[2 * column]!) this.#counts[k]! += 1;
    }
  }

  tell(each: (column: number, kind: IdentifierKind, count: number) => void): void {
    this.#columns.forEach((column, k) => each(column, this.#kinds[k]!, this.#counts[k]!));
  }
}
