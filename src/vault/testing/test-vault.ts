import 'fake-indexeddb/auto';
import { Vault } from '../vault.ts';
import type { VaultOptions } from '../vault.ts';
import { memoryLeases } from './memory-leases.ts';
import { smallDemo } from './small-catalogues.ts';

let names = 0;

/** A name that no other test uses. */
export const newDatabaseName = (): string => `vault-test-${names++}`;

/** A vault in Node's memory, with the small demo. */
export const openTestVault = (databaseName: string, options: Partial<VaultOptions> = {}): Promise<Vault> =>
  Vault.open({ databaseName, demo: () => smallDemo, leases: memoryLeases(), now: () => 0, ...options });
