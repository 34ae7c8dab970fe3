import { HomebodyError } from '../domain/errors.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { Chunks } from './chunks.ts';
import type { Ledger } from './ledger.ts';
import type { LabRecord, Removal } from './records.ts';

/** A record without its bulk parts. */
export interface StoredLabRecord {
  readonly id: string;
  readonly kind: string;
  readonly value: unknown;
}

/**
 * What the lab keeps of a catalogue: small JSON values, each with bulk parts of its own that are written with it and
 * never change. What is in them is their writer's business.
 */
export class LabRecords {
  readonly #ledger: Ledger;
  readonly #chunks: Chunks;
  readonly #mustExist: (catalogue: CatalogueId) => void;

  constructor(ledger: Ledger, chunks: Chunks, mustExist: (catalogue: CatalogueId) => void) {
    this.#ledger = ledger;
    this.#chunks = chunks;
    this.#mustExist = mustExist;
  }

  /** In no order. */
  async list(catalogue: CatalogueId): Promise<StoredLabRecord[]> {
    await this.#ledger.refresh();
    return this.#of(catalogue).map(([id, { kind, value }]) => ({ id, kind, value }));
  }

  /** The id of the new record. `value`: JSON. @throws 'vault/unknown-catalogue' */
  add(
    catalogue: CatalogueId,
    kind: string,
    value: unknown,
    parts: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  ): Promise<string> {
    return this.#chunks.create(async (writer) => {
      const lengths: Record<string, number> = {};
      for (const [part, bytes] of Object.entries(parts)) {
        await writer.writeBytes(part, bytes);
        lengths[part] = bytes.length;
      }
      const { owner, totals } = writer;
      const record: LabRecord = { catalogue, kind, value, parts: lengths, ...totals };
      await this.#ledger.commit(() => {
        this.#mustExist(catalogue);
        return {
          expectChunks: { store: 'labChunks', owner, count: totals.chunks },
          put: [{ store: 'lab', key: owner, value: record }],
          result: null,
        };
      });
      return owner;
    });
  }

  /** Another value in the place of the old one; the parts stay. @throws 'lab/unknown-run' */
  async change(catalogue: CatalogueId, id: string, value: unknown): Promise<void> {
    await this.#ledger.commit(() => {
      const record = this.#get(catalogue, id);
      return { put: [{ store: 'lab', key: id, value: { ...record, value } }], result: null };
    });
  }

  /** @throws 'lab/unknown-run', also for a part that it does not have; 'vault/damaged' */
  async part(catalogue: CatalogueId, id: string, part: string): Promise<Uint8Array<ArrayBuffer>> {
    await this.#ledger.refresh();
    const length = this.#get(catalogue, id).parts[part];
    if (length === undefined) throw unknown(catalogue, id, part);
    return this.#chunks.readBytes(id, part, length);
  }

  /** One that is not there is no error. */
  async remove(catalogue: CatalogueId, id: string): Promise<void> {
    await this.#ledger.commit(() => {
      const owners = this.#of(catalogue).flatMap(([owner]) => (owner === id ? [owner] : []));
      return { ...removalOf(owners), result: null };
    });
  }

  /** The part of a plan that removes all of a catalogue. */
  removal(catalogue: CatalogueId): Omit<Removal, 'put'> {
    return removalOf(this.#of(catalogue).map(([owner]) => owner));
  }

  #of(catalogue: CatalogueId): [string, LabRecord][] {
    return this.#ledger.entries('lab').filter(([, record]) => record.catalogue === catalogue);
  }

  #get(catalogue: CatalogueId, id: string): LabRecord {
    const record = this.#ledger.get('lab', id);
    if (record?.catalogue === catalogue) return record;
    throw unknown(catalogue, id);
  }
}

function removalOf(owners: readonly string[]): Omit<Removal, 'put'> {
  return {
    remove: owners.map((key) => ({ store: 'lab', key })),
    removeChunks: owners.map((owner) => ({ store: 'labChunks', owner })),
  };
}

function unknown(catalogue: CatalogueId, id: string, part?: string): HomebodyError {
  return new HomebodyError('lab/unknown-run', 'The lab keeps no such record.', {
    remedy: 'Look at the board again: it may have been removed, here or in another tab.',
    detail: { catalogue, id, ...(part === undefined ? {} : { part }) },
  });
}
