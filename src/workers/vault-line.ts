import { transfer, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { deferred } from '../domain/deferred.ts';
import { HomebodyError } from '../domain/errors.ts';
import { unwrap } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { LabSource } from '../engine/lab/lab-source.ts';
import type { DatasetSource } from '../engine/serving/dataset-source.ts';
import type { VaultBulkApi } from '../protocol/vault-api.ts';

/**
 * The engine's line to the vault. Questions wait for the first port; when the vault's worker was replaced, a
 * new port takes over and what the old one still owes is rejected with 'worker/died', since it never comes.
 */
export class VaultLine implements DatasetSource, LabSource {
  readonly #first = deferred<void>();
  #vault: Remote<VaultBulkApi> | null = null;
  readonly #waiting = new Set<(error: HomebodyError) => void>();

  connect(port: MessagePort): void {
    this.#vault = wrap<VaultBulkApi>(port);
    this.#first.resolve();
    const died = new HomebodyError('worker/died', 'The vault’s worker was replaced before it answered.', {
      remedy: 'Ask again.',
    });
    for (const reject of this.#waiting) reject(died);
    this.#waiting.clear();
  }

  itemFacts: DatasetSource['itemFacts'] = (catalogue) => this.#ask((vault) => vault.itemFacts(catalogue));
  interactions: DatasetSource['interactions'] = (catalogue) =>
    this.#ask((vault) => vault.interactions(catalogue));
  popularity: DatasetSource['popularity'] = (catalogue) => this.#ask((vault) => vault.popularity(catalogue));
  history: DatasetSource['history'] = (catalogue) => this.#ask((vault) => vault.history(catalogue));
  loadCheckpoint: DatasetSource['loadCheckpoint'] = (catalogue, kind) =>
    this.#ask((vault) => vault.loadCheckpoint(catalogue, kind));
  saveCheckpoint: DatasetSource['saveCheckpoint'] = (catalogue, kind, bytes) =>
    this.#ask((vault) => vault.saveCheckpoint(catalogue, kind, transfer(bytes, [bytes.buffer])));
  dropCheckpoint: DatasetSource['dropCheckpoint'] = (catalogue, kind) =>
    this.#ask((vault) => vault.dropCheckpoint(catalogue, kind));

  labRecords: LabSource['labRecords'] = (catalogue) => this.#ask((vault) => vault.labRecords(catalogue));
  addLabRecord: LabSource['addLabRecord'] = (catalogue, kind, value, parts) => {
    const buffers = Object.values(parts).map(({ buffer }) => buffer);
    return this.#ask((vault) => vault.addLabRecord(catalogue, kind, value, transfer(parts, buffers)));
  };
  changeLabRecord: LabSource['changeLabRecord'] = (catalogue, id, value) =>
    this.#ask((vault) => vault.changeLabRecord(catalogue, id, value));
  labPart: LabSource['labPart'] = (catalogue, id, part) =>
    this.#ask((vault) => vault.labPart(catalogue, id, part));
  removeLabRecord: LabSource['removeLabRecord'] = (catalogue, id) =>
    this.#ask((vault) => vault.removeLabRecord(catalogue, id));

  async #ask<T>(question: (vault: Remote<VaultBulkApi>) => Promise<Outcome<T>>): Promise<T> {
    await this.#first.promise;
    const answer = deferred<Outcome<T>>();
    this.#waiting.add(answer.reject);
    try {
      question(this.#vault!).then(answer.resolve, answer.reject);
      return unwrap(await answer.promise);
    } finally {
      this.#waiting.delete(answer.reject);
    }
  }
}
