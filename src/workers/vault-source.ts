import { transfer, wrap } from 'comlink';
import { unwrap } from '../domain/outcome.ts';
import type { DatasetSource } from '../engine/serving/dataset-source.ts';
import type { VaultBulkApi } from '../protocol/vault-api.ts';

/** The vault at the other end of a port, as the engine's source of numbers. */
export function vaultSource(port: MessagePort): DatasetSource {
  const vault = wrap<VaultBulkApi>(port);
  return {
    itemFacts: async (catalogue) => unwrap(await vault.itemFacts(catalogue)),
    interactions: async (catalogue) => unwrap(await vault.interactions(catalogue)),
    history: async (catalogue) => unwrap(await vault.history(catalogue)),
    loadCheckpoint: async (catalogue, kind) => unwrap(await vault.loadCheckpoint(catalogue, kind)),
    saveCheckpoint: async (catalogue, kind, bytes) =>
      unwrap(await vault.saveCheckpoint(catalogue, kind, transfer(bytes, [bytes.buffer]))),
    dropCheckpoint: async (catalogue, kind) => unwrap(await vault.dropCheckpoint(catalogue, kind)),
  };
}
