import type { EngineApi } from '../protocol/engine-api.ts';
import type { VaultApi } from '../protocol/vault-api.ts';
import { transfer } from 'comlink';
import { WorkerLink } from './worker-link.ts';

export interface WorkerPair {
  readonly vault: WorkerLink<VaultApi>;
  readonly engine: WorkerLink<EngineApi>;
  /** Gives the two workers a line of their own, so that bulk data never crosses the main thread. */
  connect(): Promise<void>;
}

/**
 * The two rooms of trust: the vault worker knows who the visitor is, the engine worker knows numbers.
 * `onReplaced` is called after a crashed worker was started anew; both need `connect()` again then.
 */
export function spawnWorkers(onReplaced: () => void, now: () => number): WorkerPair {
  const vault = new WorkerLink<VaultApi>(
    () =>
      new Worker(new URL('../workers/vault.worker.ts', import.meta.url), { type: 'module', name: 'vault' }),
    onReplaced,
    now,
  );
  const engine = new WorkerLink<EngineApi>(
    () =>
      new Worker(new URL('../workers/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    onReplaced,
    now,
  );
  return {
    vault,
    engine,
    connect: async () => {
      const line = new MessageChannel();
      await Promise.all([
        vault.call((api) => api.connectEngine(transfer(line.port1, [line.port1]))),
        engine.call((api) => api.connectVault(transfer(line.port2, [line.port2]))),
      ]);
    },
  };
}
