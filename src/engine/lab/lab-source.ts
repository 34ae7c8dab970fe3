import type { CatalogueId } from '../../domain/ids.ts';

/** A small JSON value that is kept under an id of the keeper's. */
export interface KeptRecord {
  readonly id: string;
  readonly kind: string;
  readonly value: unknown;
}

/** Where the lab keeps what it makes. All methods throw HomebodyError. */
export interface LabSource {
  /** In no order. */
  labRecords(catalogue: CatalogueId): Promise<readonly KeptRecord[]>;
  /** The new id. Takes the bytes of the parts over. All or nothing. */
  addLabRecord(
    catalogue: CatalogueId,
    kind: string,
    value: unknown,
    parts: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  ): Promise<string>;
  /** The parts stay. @throws 'lab/unknown-run' */
  changeLabRecord(catalogue: CatalogueId, id: string, value: unknown): Promise<unknown>;
  /** @throws 'lab/unknown-run', 'vault/damaged' */
  labPart(catalogue: CatalogueId, id: string, part: string): Promise<Uint8Array<ArrayBuffer>>;
  /** One that is not there is no error. */
  removeLabRecord(catalogue: CatalogueId, id: string): Promise<unknown>;
}
