import type { CatalogueId } from '../domain/ids.ts';
import type { Chunks } from './chunks.ts';
import type { Ledger } from './ledger.ts';
import type { CheckpointRecord, Plan } from './records.ts';

const PART = 'content';

/** The current checkpoint of each catalogue and kind. What is in it is its writer's business. */
export class Checkpoints {
  readonly #ledger: Ledger;
  readonly #chunks: Chunks;

  constructor(ledger: Ledger, chunks: Chunks) {
    this.#ledger = ledger;
    this.#chunks = chunks;
  }

  /** Null when there is none. @throws 'vault/damaged' */
  async load(catalogue: CatalogueId, kind: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const [found] = this.#find(catalogue, kind);
    return found ? this.#chunks.readBytes(found[0], PART, found[1].length) : null;
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
  removal(catalogue: CatalogueId, kind?: string): Required<Pick<Plan<unknown>, 'remove' | 'removeChunks'>> {
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
