import { finalizer, proxy, transfer, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readDataset } from '../datasets/read-dataset.ts';
import type { ImportProgress } from '../domain/cleaning.ts';
import { HomebodyError } from '../domain/errors.ts';
import { catalogueId, DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import { unwrap } from '../domain/outcome.ts';
import type { VaultApi, VaultBulkApi } from '../protocol/vault-api.ts';
import { rawRecords, visibleBytes } from '../vault/testing/raw-records.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import type { Vault } from '../vault/vault.ts';
import { exposeVault } from './vault-expose.ts';
import { createVaultService } from './vault-service.ts';

const ports: MessagePort[] = [];
/** Comlink closes the line of a remote that is garbage, answers owed or not. */
const alive: unknown[] = [];
afterEach(() => {
  alive.length = 0;
  for (const port of ports.splice(0)) port.close();
});

function wrapAlive<Api>(port: MessagePort): Remote<Api> {
  const remote = wrap<Api>(port);
  alive.push(remote);
  return remote;
}

const line = (): MessageChannel => {
  const channel = new MessageChannel();
  ports.push(channel.port1, channel.port2);
  return channel;
};

/** The service, and both its ends behind real message ports. Node's ports lose a `File`'s name: those go in directly. */
async function startVault(
  name = newDatabaseName(),
): Promise<{ service: VaultApi; page: Remote<VaultApi>; engine: Remote<VaultBulkApi> }> {
  const { port1, port2 } = line();
  const service = createVaultService({ openVault: () => openTestVault(name), readDataset });
  exposeVault(service, port1);
  const page = wrapAlive<VaultApi>(port2);
  const toEngine = new MessageChannel();
  ports.push(toEngine.port2);
  await service.connectEngine(toEngine.port1);
  return { service, page, engine: wrapAlive<VaultBulkApi>(toEngine.port2) };
}

const RATINGS = `userId,movieId,rating,timestamp
secret-user,10,4.5,1000000000
secret-user,20,2.0,1000000100
other-user,10,5.0,1000000200
other-user,30,1.0,1000000300
`;
const MOVIES = `movieId,title,genres
10,Alpha (1999),Drama
20,Beta (2000),Comedy|Drama
30,Gamma (2001),Comedy
`;
const filesOf = (ratings: string, movies = MOVIES): File[] => [
  new File([ratings], 'ratings.csv'),
  new File([movies], 'movies.csv'),
];

describe('the vault across its ports', () => {
  test('opens on the demo and answers by values that name their codes', async () => {
    const { page } = await startVault();
    expect(unwrap(await page.open())).toMatchObject({
      current: DEMO_CATALOGUE,
      historyVersion: 0,
      settings: {},
    });
    expect(await page.takeBack([1])).toMatchObject({
      ok: false,
      code: 'vault/unknown-event',
      detail: { id: 1 },
    });
  });

  test('records, takes back and restores, each with the version of the history after it', async () => {
    const { page, engine } = await startVault();
    const like = { catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 5 } as const;
    const recorded = unwrap(await page.record([like]));
    expect(recorded).toEqual({ events: [{ ...like, id: 1 }], historyVersion: 1 });
    expect(unwrap(await engine.history(DEMO_CATALOGUE))).toMatchObject({
      version: 1,
      item: new Int32Array([2]),
    });
    expect(unwrap(await page.takeBack([1]))).toEqual({ events: recorded.events, historyVersion: 2 });
    expect(unwrap(await engine.history(DEMO_CATALOGUE)).item).toHaveLength(0);
    expect(unwrap(await page.restore(recorded.events)).historyVersion).toBe(3);
    expect(unwrap(await page.events(DEMO_CATALOGUE))).toEqual([{ ...recorded.events[0]!, index: 2 }]);
  });

  test('tells whom one may step into in the demo shop, and nobody in an import', async () => {
    const { service, page } = await startVault();
    expect(unwrap(await page.personas(DEMO_CATALOGUE))).toEqual([{ id: 'cook', likes: [0, 2] }]);
    const { catalogue } = unwrap(await service.importFiles(filesOf(RATINGS), () => undefined));
    expect(unwrap(await page.personas(catalogue.id))).toEqual([]);
    expect(await page.personas(catalogueId('nowhere'))).toMatchObject({ code: 'vault/unknown-catalogue' });
  });

  test('tells the demo’s items in another language when asked, and an import’s only as they are', async () => {
    const { service, page } = await startVault();
    const rows = [itemIndex(2), itemIndex(99), itemIndex(0)];
    const asked = unwrap(await page.items(DEMO_CATALOGUE, rows, 'zh-Hans'));
    expect(asked.map(({ index, item }) => [index, item.title, item.local?.['zh-Hans']?.title])).toEqual([
      [2, 'Title of demo 2', 'Title of demo 2的标题'],
      [0, 'Title of demo 0', 'Title of demo 0的标题'],
    ]);
    expect(unwrap(await page.items(DEMO_CATALOGUE, rows))[0]!.item).not.toHaveProperty('local');
    const { catalogue } = unwrap(await service.importFiles(filesOf(RATINGS), () => undefined));
    const [film] = unwrap(await page.items(catalogue.id, rows, 'zh-Hans'));
    expect(film!.item).toMatchObject({ title: 'Gamma' });
    expect(film!.item).not.toHaveProperty('local');
  });

  test('answers the engine before the page has opened anything, and gives it columns each time anew', async () => {
    const { engine } = await startVault();
    for (const _time of [1, 2]) {
      expect(unwrap(await engine.interactions(DEMO_CATALOGUE)).user).toHaveLength(8);
      expect(unwrap(await engine.itemFacts(DEMO_CATALOGUE)).itemCount).toBe(6);
    }
  });

  test('keeps the engine’s checkpoints', async () => {
    const { engine } = await startVault();
    expect(unwrap(await engine.loadCheckpoint(DEMO_CATALOGUE, 'model'))).toBeNull();
    unwrap(await engine.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1, 2])));
    expect(unwrap(await engine.loadCheckpoint(DEMO_CATALOGUE, 'model'))).toEqual(new Uint8Array([1, 2]));
    unwrap(await engine.dropCheckpoint(DEMO_CATALOGUE, 'model'));
    expect(unwrap(await engine.loadCheckpoint(DEMO_CATALOGUE, 'model'))).toBeNull();
  });

  test('gives an engine that was started anew a line of its own', async () => {
    const { page } = await startVault();
    const second = new MessageChannel();
    ports.push(second.port2);
    unwrap(await page.connectEngine(transfer(second.port1, [second.port1])));
    expect(unwrap(await wrapAlive<VaultBulkApi>(second.port2).itemFacts(DEMO_CATALOGUE)).itemCount).toBe(6);
  });
});

describe('an import', () => {
  test('reads, stores and becomes current, and keeps no user’s id anywhere', async () => {
    const name = newDatabaseName();
    const { service, engine } = await startVault(name);
    const seen: ImportProgress[] = [];
    const { catalogue, report } = unwrap(
      await service.importFiles(filesOf(RATINGS), (progress) => void seen.push(progress)),
    );
    expect(catalogue).toMatchObject({
      origin: 'import',
      simulated: false,
      userCount: 2,
      itemCount: 3,
      currency: null,
    });
    expect(catalogue.dateRange).toEqual([1_000_000_000_000, 1_000_000_300_000]);
    expect(report).toMatchObject({ rowsRead: 4, rowsKept: 4, badRowCount: 0 });
    expect(unwrap(await service.open()).current).toBe(catalogue.id);
    expect(unwrap(await service.items(catalogue.id, [itemIndex(1)]))[0]?.item).toMatchObject({ id: '20' });
    const columns = unwrap(await engine.interactions(catalogue.id));
    expect([...columns.user]).toEqual([0, 0, 1, 1]);
    expect([...columns.item]).toEqual([0, 1, 0, 2]);
    expect([...columns.value]).toEqual([4.5, 2, 5, 1]);

    expect(seen.map(({ fraction }) => fraction)).toEqual(
      seen.map(({ fraction }) => fraction).toSorted((a, b) => a - b),
    );
    expect(seen.at(-1)).toMatchObject({ phase: 'storing', fraction: 1, rowsRead: 4 });
    const bytes = Buffer.concat((await rawRecords(name)).map((record) => visibleBytes(record)));
    expect(bytes.includes('secret-user')).toBe(false);
    const everything = JSON.stringify([catalogue, report, unwrap(await service.open())]);
    expect(everything).not.toContain('secret-user');
  });

  test('keeps pseudonyms of its users, which join the imports of one vault and not those of two', async () => {
    const usersOf = async (name: string, ratings: string): Promise<readonly string[] | null> => {
      const vault = await openTestVault(name);
      const service = createVaultService({ openVault: async () => vault, readDataset });
      const { catalogue } = unwrap(await service.importFiles(filesOf(ratings), () => undefined));
      const users = await vault.users(catalogue.id);
      expect(await vault.users(DEMO_CATALOGUE)).toBeNull();
      vault.close();
      return users;
    };
    const [one, two] = [newDatabaseName(), newDatabaseName()];
    const first = await usersOf(one, RATINGS);
    const later = await usersOf(one, `userId,movieId,rating,timestamp\nnew-user,10,4,1\nother-user,10,4,1\n`);
    const elsewhere = await usersOf(two, RATINGS);
    expect(first).toHaveLength(2);
    expect(later![1]).toBe(first![1]);
    expect(new Set([...first!, ...later!, ...elsewhere!]).size).toBe(5);
  });

  test('stores no e-mail, phone, card or IBAN, in the clear or encrypted, and says what it dropped', async () => {
    const secrets = [
      'mara@example.org',
      '+44 7700 900123',
      '4111 1111 1111 1111',
      'GB82 WEST 1234 5698 7654 32',
    ];
    const [email, phone, card, iban] = secrets as [string, string, string, string];
    const name = newDatabaseName();
    const { service, engine } = await startVault(name);
    const { catalogue, report } = unwrap(
      await service.importFiles(
        filesOf(
          `userId,movieId,rating,timestamp,phone\n${email},10,4,1000000000,${phone}\n${email},${card},5,1000000000,\n`,
          `movieId,title,genres\n10,Call ${phone} (1999),Drama|${iban}\n`,
        ),
        () => undefined,
      ),
    );
    const rows = [itemIndex(0), itemIndex(1)];
    const [first, second] = unwrap(await service.items(catalogue.id, rows)).map(({ item }) => item);
    expect(first).toMatchObject({ id: '10', title: 'Call •••', year: 1999, tags: ['•••'] });
    expect(second!.id).toMatch(/^~[\w-]{16}$/);
    const state = JSON.stringify([first, second, catalogue, report, unwrap(await service.open())]);
    expect(secrets.filter((secret) => state.includes(secret))).toEqual([]);
    expect(unwrap(await engine.interactions(catalogue.id)).user).toHaveLength(2);
    expect(report.masked.map(({ place, kind, action, count }) => [place, kind, action, count])).toEqual([
      [2, 'phone', 'dropped', 1],
      [3, 'iban', 'dropped', 1],
      [1, 'email', 'replaced', 1],
      [2, 'card', 'replaced', 1],
      [5, 'phone', 'dropped', 1],
    ]);
  });

  test('that fails leaves the current catalogue and the history', async () => {
    const name = newDatabaseName();
    const { service } = await startVault(name);
    unwrap(
      await service.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 5 }]),
    );
    const [state, records] = [unwrap(await service.open()), await rawRecords(name)];
    const empty = await service.importFiles(filesOf('userId,movieId,rating,timestamp\n'), () => undefined);
    expect(empty).toMatchObject({ ok: false, code: 'import/no-rows' });
    expect(unwrap(await service.open())).toEqual(state);
    expect(await rawRecords(name)).toEqual(records);
  });

  test('cancelled while it is being stored ends with its code and leaves nothing', async () => {
    const name = newDatabaseName();
    const service = createVaultService({ openVault: () => openTestVault(name), readDataset });
    const state = unwrap(await service.open());
    const records = await rawRecords(name);
    let cancelled: Promise<unknown> | undefined;
    const importing = await service.importFiles(filesOf(RATINGS), ({ phase }) => {
      if (phase === 'storing') cancelled ??= service.cancelImport();
    });
    expect(importing).toMatchObject({ ok: false, code: 'import/cancelled' });
    expect(cancelled, 'storing was reached').toBeDefined();
    expect(unwrap(await service.open())).toEqual(state);
    expect(await rawRecords(name)).toEqual(records);
  });

  test('is given up for a newer one', async () => {
    const service = createVaultService({ openVault: () => openTestVault(newDatabaseName()), readDataset });
    const [older, newer] = await Promise.all([
      service.importFiles(filesOf(RATINGS), () => undefined),
      service.importFiles(filesOf(`${RATINGS}third,10,3.0,1000000400\n`), () => undefined),
    ]);
    expect(older).toMatchObject({ ok: false, code: 'import/cancelled' });
    expect(unwrap(newer).catalogue.userCount).toBe(3);
    expect(unwrap(await service.open()).catalogues).toHaveLength(2);
  });

  test('is removed with its events when asked, by counts that can be told before', async () => {
    const { service } = await startVault();
    const { catalogue } = unwrap(await service.importFiles(filesOf(RATINGS), () => undefined));
    unwrap(await service.record([{ catalogue: catalogue.id, item: itemId('10'), kind: 'like', at: 5 }]));
    expect(unwrap(await service.events(catalogue.id))).toHaveLength(1);
    expect(unwrap(await service.removeCatalogue(catalogue.id))).toMatchObject({
      current: DEMO_CATALOGUE,
      storage: { events: 0 },
    });
  });

  test('lets go of the page’s callback when it has ended', async () => {
    const { page } = await startVault();
    let released = false;
    const onProgress = Object.assign(() => undefined, { [finalizer]: () => (released = true) });
    await page.importFiles(filesOf(RATINGS), proxy(onProgress));
    // The letting go comes over another port. Comlink would do it too, some time after the worker has forgotten it.
    await vi.waitFor(() => expect(released).toBe(true), { timeout: 100, interval: 5 });
  });
});

describe('a vault that cannot be opened', () => {
  test('says why at every question and opens once it can', async () => {
    let blocked = true;
    const name = newDatabaseName();
    const service = createVaultService({
      openVault: () =>
        blocked
          ? Promise.reject(new HomebodyError('vault/blocked', 'blocked by the test'))
          : openTestVault(name),
      readDataset,
    });
    expect(await service.open()).toMatchObject({ ok: false, code: 'vault/blocked' });
    expect(await service.storage()).toMatchObject({ ok: false, code: 'vault/blocked' });
    blocked = false;
    expect(unwrap(await service.open()).current).toBe(DEMO_CATALOGUE);
  });

  test('that was closed under us stays closed until it is opened again on purpose', async () => {
    const name = newDatabaseName();
    let vault: Vault | undefined;
    const openVault = async (): Promise<Vault> => (vault = await openTestVault(name));
    const service = createVaultService({ openVault, readDataset });
    unwrap(await service.open());
    vault!.close();
    expect(await service.storage()).toMatchObject({ ok: false, code: 'vault/closed' });
    expect(unwrap(await service.open()).storage.events).toBe(0);
    expect(await service.storage()).toMatchObject({ ok: true });
  });

  test('that was erased under us is not made anew, whatever is asked', async () => {
    const name = newDatabaseName();
    const service = createVaultService({ openVault: () => openTestVault(name), readDataset });
    unwrap(await service.open());
    await deleteDB(name);
    const event = { catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 5 } as const;
    for (const answer of [service.open(), service.storage(), service.record([event]), service.open()]) {
      expect(await answer).toMatchObject({ ok: false, code: 'vault/erased' });
    }
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });
});
