import { proxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { readDataset } from '../datasets/read-dataset.ts';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { unwrap } from '../domain/outcome.ts';
import type { OwnershipProgress, RestorePlan } from '../domain/ownership.ts';
import type { OwnershipApi } from '../protocol/ownership-api.ts';
import type { VaultApi } from '../protocol/vault-api.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import { argon2id } from './argon2id.ts';
import { ownershipGate } from './ownership-gate.ts';
import { createOwnershipService } from './ownership-service.ts';
import { exposeVault } from './vault-expose.ts';
import { createVaultService } from './vault-service.ts';

const PASSPHRASE = 'correct horse battery';
const REPLACE: RestorePlan = { mode: 'replace', prefer: 'backup' };
const LIKE = { catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 5 } as const;

const ports: MessagePort[] = [];
/** Comlink closes the line of a remote that is garbage, answers owed or not. */
const alive: unknown[] = [];
afterEach(() => {
  alive.length = 0;
  for (const port of ports.splice(0)) port.close();
});

const silent = () => proxy(() => {});

/** The vault's worker as the page sees it: behind a message port, its desk of ownership fetched when it is asked. */
function startVault(name = newDatabaseName()): {
  page: Remote<VaultApi & OwnershipApi>;
  loads: () => number;
} {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  let [loads, time] = [0, 0];
  const service = createVaultService({
    openVault: () => openTestVault(name),
    readDataset,
    ownership: (getVault) =>
      ownershipGate(async () => {
        loads += 1;
        return createOwnershipService({
          getVault,
          databaseName: name,
          argon2id,
          elapsed: () => (time += 1000),
          patience: () => Promise.resolve(),
        });
      }),
  });
  exposeVault(service, port1);
  const page = wrap<VaultApi & OwnershipApi>(port2);
  alive.push(page);
  return { page, loads: () => loads };
}

test('nothing is fetched before something is asked', async () => {
  const { page, loads } = startVault();
  unwrap(await page.open());
  expect(loads()).toBe(0);
  expect(unwrap(await page.ownedStores()).map(({ name }) => name)).toContain('keys');
  expect(loads()).toBe(1);
});

test('a backup made by one worker is restored by another, with word of how far it is', async () => {
  const [here, there] = [startVault(), startVault()];
  unwrap(await here.page.record([LIKE]));
  const heard: OwnershipProgress[] = [];
  const tell = () => proxy((progress: OwnershipProgress) => void heard.push(progress));
  const file = unwrap(await here.page.backUp(PASSPHRASE, 7, tell()));
  await vi.waitUntil(() => heard.some(({ phase }) => phase === 'writing'));
  expect(unwrap(await there.page.inspectBackup(file, PASSPHRASE))).toMatchObject({ events: 1, madeAt: 7 });
  const report = unwrap(await there.page.restoreBackup(file, PASSPHRASE, REPLACE, 8, tell()));
  expect(report.eventsAdded).toBe(1);
  await vi.waitUntil(() => heard.at(-1)?.phase === 'committing');
  expect(heard.at(-1)).toMatchObject({ bytesDone: file.size, bytesTotal: file.size });
  expect(unwrap(await there.page.events(DEMO_CATALOGUE))).toMatchObject([{ item: 'demo-2', at: 5 }]);
  expect(unwrap(await there.page.pendingRestores())).toEqual([]);
});

test('one backup or restoring at a time; a cancelled one changes nothing and makes room for the next', async () => {
  const { page } = startVault();
  unwrap(await page.record([LIKE]));
  const first = page.backUp(PASSPHRASE, 7, silent());
  expect(await page.backUp(PASSPHRASE, 7, silent())).toMatchObject({ ok: false, code: 'backup/busy' });
  unwrap(await page.cancelBackup());
  expect(await first).toMatchObject({ ok: false, code: 'backup/cancelled' });
  expect(await page.backUp(PASSPHRASE, 7, silent())).toMatchObject({ ok: true });
  unwrap(await page.cancelBackup());
});

test('failures keep their codes', async () => {
  const { page } = startVault();
  expect(await page.backUp('short', 7, silent())).toMatchObject({ ok: false, code: 'argument/range' });
  const noBackup = new Blob(['nonsense']);
  expect(await page.inspectBackup(noBackup, PASSPHRASE)).toMatchObject({ ok: false, code: 'backup/format' });
  expect(await page.ownedPage('nowhere', 0, 1)).toMatchObject({ ok: false, code: 'argument/range' });
  expect(unwrap(await page.discardRestore('nobody'))).toBeNull();
});

test('plain files come as blobs of their type', async () => {
  const { page } = startVault();
  unwrap(await page.record([LIKE]));
  const [csv, json] = [unwrap(await page.ownedExport('csv', 7)), unwrap(await page.ownedExport('json', 7))];
  expect([csv.type, json.type]).toEqual(['text/csv', 'application/json']);
  expect(JSON.parse(await json.text())).toMatchObject({ events: [{ item: 'demo-2' }] });
});

test('after the keys were erased nothing opens, and after the rest nothing is there', async () => {
  const name = `homebody-${newDatabaseName()}`;
  const { page } = startVault(name);
  unwrap(await page.record([LIKE]));
  unwrap(await page.eraseKeys());
  const other = startVault(name);
  expect(await other.page.open()).toMatchObject({ ok: false, code: 'vault/erasing' });
  const report = unwrap(await other.page.eraseRest());
  expect(report).toEqual({
    found: [{ place: 'database', name }],
    removed: [{ place: 'database', name }],
    left: [],
  });
  // The worker that had it open: it lets go, and makes nothing anew.
  expect(await page.open()).toMatchObject({ ok: false, code: 'vault/erased' });
  expect(await page.ownedStores()).toMatchObject({ ok: false, code: 'vault/erased' });
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name }));
});
