import type { EngineApi } from '../protocol/engine-api.ts';
import type { LabApi } from '../protocol/lab-api.ts';
import type { LockApi } from '../protocol/lock-api.ts';
import type { OwnershipApi } from '../protocol/ownership-api.ts';
import type { VaultApi } from '../protocol/vault-api.ts';
import { transfer } from 'comlink';
import { trustedScript } from '../gate/trusted.ts';
import engineUrl from '../workers/engine.worker.ts?worker&url';
import vaultUrl from '../workers/vault.worker.ts?worker&url';
import { WorkerLink } from './worker-link.ts';

export type VaultWorkerApi = VaultApi & LockApi & OwnershipApi;

/** Where the page's workers tell what the policy has refused them; of this page alone. */
export const TOLD_BY_WORKERS: string = `refused/${Math.random()}`;

export interface WorkerPair {
  readonly vault: WorkerLink<VaultWorkerApi>;
  readonly engine: WorkerLink<EngineApi & LabApi>;
  /** Gives the two workers a line of their own, so that bulk data never crosses the main thread. */
  connect(): Promise<void>;
}

/**
 * The two rooms of trust: the vault worker knows who the visitor is, the engine worker knows numbers.
 * `onReplaced` is called after a crashed worker was started anew; both need `connect()` again then.
 */
export function spawnWorkers(onReplaced: () => void, now: () => number): WorkerPair {
  const vault = new WorkerLink<VaultWorkerApi>(() => spawn(vaultUrl, 'vault'), onReplaced, now);
  const engine = new WorkerLink<EngineApi & LabApi>(() => spawn(engineUrl, 'engine'), onReplaced, now);
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

/** Starts a module worker under the page's own policy. */
export function spawn(url: string, name: string): Worker {
  const blob = trustedScript(new URL(url, document.baseURI).href, TOLD_BY_WORKERS);
  const worker = new Worker(blob, { type: 'module', name });
  // The address is needed until the worker has read it; its first message, or its end, says so.
  const release = (): void => URL.revokeObjectURL(blob);
  for (const kind of ['message', 'error']) worker.addEventListener(kind, release, { once: true });
  return worker;
}
