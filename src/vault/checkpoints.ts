import { HomebodyError } from '../domain/errors.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { Chunks } from './chunks.ts';
import type { Ledger } from './ledger.ts';
import type { CheckpointRecord, Removal } from './records.ts';

const PART = 'content';
/** A training saves every few seconds; to be overtaken by it this often in one load is beyond chance. */
const MOST_ATTEMPTS = 5;

/** The current checkpoint of each catalogue and kind. What is in it is its writer's business. */
export class Checkpoints {
  readonly #ledger: Ledger;
  readonly #chunks: Chunks;

  constructor(ledger: Ledger, chunks: Chunks) {
    this.#ledger = ledger;
    this.#chunks = chunks;
  }

  /**
   * Null when there is none. Chunks are read in transactions of their own, so another tab may replace or drop
   * the checkpoint on the way; then the newer one is read. @throws 'vault/damaged'
   */
  async load(catalogue: CatalogueId, kind: string): Promise<Uint8Array<ArrayBuffer> | null> {
    await this.#ledger.refresh();
    let [found] = this.#find(catalogue, kind);
    for (let attempt = 1; found; attempt++) {
      const [owner, { length }] = found;
      try {
        return await this.#chunks.readBytes(owner, PART, length);
      } catch (error) {
        if (!(error instanceof HomebodyError && error.code === 'vault/damaged')) throw error;
        await this.#ledger.refresh();
        [found] = this.#find(catalogue, kind);
        // Still the same one: its chunks are damaged indeed.
        if (found?.[0] === owner || attempt === MOST_ATTEMPTS) throw error;
      }
    }
    return null;
  }

  /** The new one takes the place of the old one in a single transaction, after all of it is written. */
  save(
    catalogue: CatalogueId,
    kind: string,
    bytes: Uint8Array<ArrayBuffer>,
    mayHappen: () => void,
  ): Promise<void> {
    return this.#chunks.create(async (writer) => {
      await writer.writeBytes(PART, bytes);
      const { owner, totals } = writer;
      await this.#ledger.commit(() => {
        mayHappen();
        const value: CheckpointRecord = { catalogue, kind, length: bytes.length, ...totals };
        return {
          expectChunks: { store: 'checkpointChunks', owner, count: totals.chunks },
          put: [{ store: 'checkpoints', key: owner, value }],
          ...this.removal(catalogue, kind),
          result: null,
        };
      });
    });
  }

  async drop(catalogue: CatalogueId, kind: string): Promise<void> {
    await this.#ledger.commit(() => ({ ...this.removal(catalogue, kind), result: null }));
  }

  /** The part of a plan that removes the checkpoints of a catalogue: of one kind, or all. */
  removal(catalogue: CatalogueId, kind?: string): Omit<Removal, 'put'> {
    const owners = this.#find(catalogue, kind).map(([owner]) => owner);
    return {
      remove: owners.map((key) => ({ store: 'checkpoints', key })),
      removeChunks: owners.map((owner) => ({ store: 'checkpointChunks', owner })),
    };
  }

  #find(catalogue: CatalogueId, kind?: string): [string, CheckpointRecord][] {
    return this.#ledger
      .entries('checkpoints')
      .filter(([, record]) => record.catalogue === catalogue && (kind === undefined || record.kind === kind));
  }
}
