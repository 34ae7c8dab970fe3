import { afterEach, expect, test } from 'vitest';
import { readDataset } from '../datasets/read-dataset.ts';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { unwrap } from '../domain/outcome.ts';
import type { LockApi } from '../protocol/lock-api.ts';
import type { VaultApi } from '../protocol/vault-api.ts';
import type { Argon2id } from '../vault/passphrase.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import { createLockService } from './lock-service.ts';
import { createVaultService } from './vault-service.ts';

const PASSPHRASE = 'first light, no milk';
const RIGHT = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
const LIKE = { catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 5 } as const;
const LOCKED = { ok: false, code: 'vault/locked' };

let costs: string[] = [];
afterEach(() => {
  costs = [];
});

/** SHA-256, which is enough to see what is asked for. */
const argon2id: Argon2id = async (password, salt, cost) => {
  costs.push(`${cost.memoryKiB} × ${cost.passes}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...password, ...salt])));
};

/** The vault's worker, without its ports. */
function worker(databaseName: string): VaultApi & LockApi {
  let now = 0;
  const lock = createLockService({ databaseName, argon2id, elapsed: () => (now += 250) });
  return {
    ...createVaultService({
      openVault: () => lock.opening((dataKey) => openTestVault(databaseName, { dataKey })),
      readDataset,
    }),
    ...lock.api,
  };
}

test('set, locked, refused, unlocked: what was there is there', async () => {
  const vault = worker(newDatabaseName());
  unwrap(await vault.open());
  unwrap(await vault.record([LIKE]));
  expect(unwrap(await vault.setPassphrase(PASSPHRASE))).toMatchObject({ passphrase: true });
  expect(unwrap(await vault.events(DEMO_CATALOGUE))).toHaveLength(1);
  unwrap(await vault.lock());
  expect(await vault.events(DEMO_CATALOGUE)).toMatchObject({ ok: false, code: 'vault/closed' });
  expect(await vault.open()).toMatchObject({ ...LOCKED, detail: { wraps: ['passphrase'], nextTryAt: 0 } });
  const wrong = { kind: 'passphrase', passphrase: 'second' } as const;
  expect(await vault.unlock(wrong, 1)).toMatchObject({ ok: false, code: 'vault/wrong-passphrase' });
  expect(await vault.open()).toMatchObject(LOCKED);
  expect(unwrap(await vault.lockFacts())).toMatchObject({ wrongTries: 1 });
  unwrap(await vault.unlock(RIGHT, 1));
  expect(unwrap(await vault.open()).storage.events).toBe(1);
  expect(unwrap(await vault.events(DEMO_CATALOGUE))).toMatchObject([LIKE]);
});

test('a new passphrase costs what the device makes half a second of, found once', async () => {
  const vault = worker(newDatabaseName());
  unwrap(await vault.setPassphrase(PASSPHRASE));
  unwrap(await vault.changePassphrase(RIGHT, 'second helping', 0));
  // Loading, measuring: 19 MiB × 2 in 250 ms. Then the first passphrase, made and tried, and the second.
  expect(costs).toEqual(['8 × 1', '19456 × 2', '38912 × 2', '38912 × 2', '38912 × 2']);
});

test('code that could not be had the first time is asked for again', async () => {
  const name = newDatabaseName();
  let had = false;
  const flaky: Argon2id = (...args) => (had ? argon2id(...args) : Promise.reject(new TypeError('offline')));
  const { api } = createLockService({ databaseName: name, argon2id: flaky, elapsed: () => 0 });
  expect(await api.setPassphrase(PASSPHRASE)).toMatchObject({ ok: false });
  had = true;
  expect(await api.setPassphrase(PASSPHRASE)).toMatchObject({ ok: true });
});

test('what is being recorded is recorded before the vault closes', async () => {
  const name = newDatabaseName();
  const vault = worker(name);
  unwrap(await vault.open());
  const [recorded] = await Promise.all([vault.record([LIKE]), vault.lock()]);
  expect(recorded).toMatchObject({ ok: true });
  expect(unwrap(await worker(name).open()).storage.events).toBe(1);
});

test('an unlocking is good for one opening: who closes the vault locks it', async () => {
  const vault = worker(newDatabaseName());
  unwrap(await vault.setPassphrase(PASSPHRASE));
  unwrap(await vault.checkOpener(RIGHT, 0));
  expect(await vault.open()).toMatchObject(LOCKED);
  unwrap(await vault.unlock(RIGHT, 0));
  unwrap(await vault.open());
  unwrap(await vault.open());
  unwrap(await vault.lock());
  expect(await vault.open()).toMatchObject(LOCKED);
});

test('an unlocking whose opening failed is good for no other', async () => {
  const databaseName = newDatabaseName();
  const { api, opening } = createLockService({ databaseName, argon2id, elapsed: () => 0 });
  unwrap(await api.setPassphrase(PASSPHRASE));
  unwrap(await api.unlock(RIGHT, 0));
  await expect(opening(() => Promise.reject(new Error('blocked')))).rejects.toThrow('blocked');
  await expect(opening((dataKey) => openTestVault(databaseName, { dataKey }))).rejects.toMatchObject({
    code: 'vault/locked',
  });
});

test('locking a vault that is not open is no error', async () => {
  expect(await worker(newDatabaseName()).lock()).toEqual({ ok: true, value: null });
});
