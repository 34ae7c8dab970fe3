import { noteRequests } from '../gate/request-ledger.ts';
import type { RequestEntry } from '../gate/requests.ts';

/** What comes within this time is written at once: an install is some 130 files. */
const GATHER_MS = 200;

/** Writes into the ledger in batches. */
export class LedgerWriter {
  #waiting: RequestEntry[] = [];
  #written: Promise<void> | null = null;
  #closed = false;

  /** Resolves when it is written, or cannot be: the app goes on without its ledger. */
  note(entry: RequestEntry): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#waiting.push(entry);
    this.#written ??= new Promise<void>((go) => setTimeout(go, GATHER_MS))
      .then(() => {
        const entries = this.#waiting;
        this.#waiting = [];
        this.#written = null;
        return this.#closed ? undefined : noteRequests(entries);
      })
      .catch((error: unknown) => console.warn('The ledger of requests could not be written.', error));
    return this.#written;
  }

  /** Writes nothing any more: what is erased stays so. */
  close(): void {
    this.#closed = true;
  }
}
