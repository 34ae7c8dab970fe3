import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { catalogueId, DEMO_CATALOGUE, itemIndex } from '../../domain/ids.ts';
import { pendingRestores } from '../backup/restore-record.ts';
import { openDatabase } from '../database.ts';
import { withFailingWrite } from '../testing/failing-writes.ts';
import { fixtureBytes, loadFixture, writeFixture } from '../testing/fixture.ts';
import type { Fixture } from '../testing/fixture.ts';
import { overwriteRaw, rawRecords } from '../testing/raw-records.ts';
import { newDatabaseName, openTestVault } from '../testing/test-vault.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Migration } from './migration.ts';
import { latestVersion } from './run-migrations.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const fixtureFile = (version: number): URL => new URL(`v${version}.json`, FOLDER);
const readFixture = (version: number): Fixture =>
  JSON.parse(readFileSync(fixtureFile(version), 'utf8')) as Fixture;

// Once for every new version, before anything of it is released:
//   WRITE_VAULT_FIXTURE=1 npx vitest run --project cpu src/vault/migrations
if (process.env['WRITE_VAULT_FIXTURE']) {
  const fixture = await writeFixture();
  writeFileSync(fixtureFile(fixture.version), `${JSON.stringify(fixture, null, 1)}\n`, { flag: 'wx' });
}

const versions = MIGRATIONS.map(({ to }) => to);

describe('the list of migrations', () => {
  test('is contiguous, and each version has a fixture that it wrote', () => {
    expect(latestVersion(MIGRATIONS)).toBe(MIGRATIONS.length);
    expect(readdirSync(FOLDER).toSorted()).toEqual(versions.map((to) => `v${to}.json`).toSorted());
  });

  test('is refused where it has a gap, a double or a wrong beginning', async () => {
    const to = (version: number): Migration => ({ to: version, why: 'test', up: () => undefined });
    for (const wrong of [[to(2)], [to(1), to(3)], [to(1), to(1)], [to(0), to(1)]]) {
      expect(() => latestVersion(wrong)).toThrow('not contiguous');
    }
    await expect(openDatabase(newDatabaseName(), [to(1), to(3)])).rejects.toMatchObject({ code: 'internal' });
  });
});

describe.each(versions)('a database of version %d', (version) => {
  test('opens with all that was in it', async () => {
    const vault = await openTestVault(await loadFixture(readFixture(version)));
    const content = await vault.content();
    expect(content.settings).toEqual({ adventurousness: 0.25 });
    expect(content.storage).toMatchObject({ events: 3 });
    expect(content.storage).not.toHaveProperty('damaged');
    expect(content.historyVersion).toBe(5);

    const films = content.current;
    expect(content.catalogues.map(({ id, name }) => [id, name])).toEqual([
      [DEMO_CATALOGUE, 'Small demo'],
      [films, 'Films of the fixture'],
    ]);
    // What the version did not know yet reads as none.
    expect(content.catalogues[1]).toMatchObject({
      departments: ['Kitchen', 'Garden'],
      brands: version < 2 ? [] : ['Ash', 'Birch', 'Cedar'],
    });
    expect(await vault.itemFacts(films)).toEqual({
      itemCount: 4,
      department: new Int32Array([0, 1, 0, 1]),
      brand: new Int32Array(version < 2 ? [-1, -1, -1, -1] : [0, 1, 2, 0]),
      available: new Uint8Array([1, 1, 1, 0]),
    });
    expect((await vault.items(films, [itemIndex(2)])).map(({ item }) => item.title)).toEqual([
      'Title of film 2',
    ]);
    expect([...(await vault.interactions(films)).user]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
    expect(await vault.popularity(films)).toEqual(
      version < 2 ? null : { userCount: 3, likers: new Float32Array([3, 3, 2, 2]) },
    );
    expect([...(await vault.history(films)).item]).toEqual([3]);
    expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([1, 2]);
    expect([...(await vault.loadCheckpoint(films, 'model'))!]).toEqual([1, 2, 3]);
    const runs = await vault.lab.list(films);
    expect(runs.map(({ kind, value }) => [kind, value])).toEqual(
      version < 2 ? [] : [['run', { model: 'ials' }]],
    );
    for (const { id } of runs) expect([...(await vault.lab.part(films, id, 'model'))]).toEqual([4, 5]);
    expect(pendingRestores(vault.inside.ledger).map(({ bytesRead, plan }) => [bytesRead, plan.mode])).toEqual(
      version < 3 ? [] : [[96, 'merge']],
    );
    const [next] = await vault.record([
      {
        catalogue: DEMO_CATALOGUE,
        item: (await vault.items(DEMO_CATALOGUE, [itemIndex(0)]))[0]!.item.id,
        kind: 'view',
        at: 5000,
      },
    ]);
    expect(next!.id).toBe(5);
  });
});

describe('a database of a version before the manifest', () => {
  const old = readFixture(2);
  const event = (id: number): Uint8Array<ArrayBuffer> => fixtureBytes(old, 'events', id);

  test('is guarded from its first opening on, its records as they are', async () => {
    const name = await loadFixture(old);
    const vault = await openTestVault(name);
    await vault.takeBack([1]);
    vault.close();
    await overwriteRaw(name, 'events', 1, () => event(1));
    await overwriteRaw(name, 'events', 2, () => undefined);
    await overwriteRaw(name, 'events', 3, () => event(1));
    const { damaged } = await (await openTestVault(name)).storage();
    expect(damaged?.records.map(({ id, cause }) => [id, cause])).toEqual([
      ['events/1', 'unexpected'],
      ['events/3', 'unreadable'],
      ['events/2', 'missing'],
    ]);
    const records = await rawRecords(name);
    expect(records.find(({ store, key }) => store === 'events' && key === 1)!.value).toEqual(event(1));
  });

  test('tells what was damaged in it before', async () => {
    const name = await loadFixture(old);
    await overwriteRaw(name, 'events', 2, () => event(1));
    const vault = await openTestVault(name);
    expect((await vault.storage()).damaged?.records).toMatchObject([{ id: 'events/2', cause: 'moved' }]);
    expect((await vault.storage()).events).toBe(2);
  });

  test('loses nothing, whenever the first opening is cut off', async () => {
    const expected = (await (await openTestVault(await loadFixture(old))).content()).storage;
    for (let n = 0, hit = true; hit; n++) {
      const name = await loadFixture(old);
      const { writes } = await withFailingWrite(n, 'crash', async () => (await openTestVault(name)).close());
      hit = writes > n;
      const vault = await openTestVault(name);
      expect((await vault.content()).storage).toEqual(expected);
      expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([1, 2]);
      expect(writes).toBeGreaterThan(0);
    }
  });
});

describe('a made-up next migration', () => {
  /** Moves every event from its store to another one, as a real one might. */
  const moveEvents: Migration = {
    to: MIGRATIONS.length + 1,
    why: 'events move to a store of another name',
    async up(db, transaction) {
      const moved = db.createObjectStore('movedEvents');
      let cursor = await transaction.objectStore('events').openCursor();
      while (cursor) {
        await moved.put(cursor.value, cursor.key);
        cursor = await cursor.continue();
      }
      db.deleteObjectStore('events');
    },
  };

  test('turns an old database into a new one, once', async () => {
    const fixture = readFixture(MIGRATIONS.length);
    const name = await loadFixture(fixture);
    for (const _opening of [1, 2]) {
      const migrated = await openDatabase(name, [...MIGRATIONS, moveEvents]);
      migrated.close();
    }
    const db = await openDB(name);
    expect(db.version).toBe(MIGRATIONS.length + 1);
    expect([...db.objectStoreNames]).not.toContain('events');
    expect(await db.getAllKeys('movedEvents')).toEqual([1, 2, 3]);
    db.close();
  });

  test('that fails in the middle leaves the old database as it was, readable by the old code', async () => {
    const name = await loadFixture(readFixture(MIGRATIONS.length));
    const failing: Migration = {
      ...moveEvents,
      async up(db, transaction) {
        await moveEvents.up(db, transaction);
        throw new Error('planted failure');
      },
    };
    await expect(openDatabase(name, [...MIGRATIONS, failing])).rejects.toThrow('planted failure');
    const vault = await openTestVault(name);
    expect((await vault.content()).storage.events).toBe(3);
    expect(await vault.events(catalogueId('demo'))).toHaveLength(2);
  });
});
