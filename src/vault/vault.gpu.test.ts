/** What Node's stand-ins cannot show: a browser's own IndexedDB, keys, locks and times. */
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { webLeases } from './leases.ts';
import { smallDemo, smallImport } from './testing/small-catalogues.ts';
import { Vault } from './vault.ts';

const NAME = 'vault-browser-test';
let opened: Vault[] = [];

async function open(): Promise<Vault> {
  const leases = webLeases(navigator.locks, `${NAME}/`);
  const vault = await Vault.open({ databaseName: NAME, demo: () => smallDemo, leases, now: Date.now });
  opened.push(vault);
  return vault;
}

afterEach(async () => {
  for (const vault of opened) vault.close();
  opened = [];
  await deleteDB(NAME);
});

const like = (item: number, at = 1) =>
  ({ catalogue: DEMO_CATALOGUE, item: itemId(`demo-${item}`), kind: 'like', at }) as const;

describe('the vault in a browser', () => {
  test('opens again with its own key and all that was in it', async () => {
    const vault = await open();
    await vault.record([like(3)]);
    const { id } = await vault.addCatalogue(smallImport('films', 1000, 600, 7), () => undefined);
    await vault.saveCheckpoint(id, 'model', new Uint8Array(5_000_000).fill(7));
    vault.close();
    const again = await open();
    expect((await again.events(DEMO_CATALOGUE)).map(({ item }) => item)).toEqual(['demo-3']);
    expect((await again.content()).current).toBe(id);
    expect([...(await again.interactions(id)).user].slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 0]);
    expect((await again.loadCheckpoint(id, 'model'))!.every((byte) => byte === 7)).toBe(true);
  });

  test('records with one transaction that reads and one that writes', async () => {
    const vault = await open();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const times: number[] = [];
    for (let i = 0; i < 100; i++) {
      const from = performance.now();
      await vault.record([like(i % 6, i)]);
      times.push(performance.now() - from);
    }
    const modes = transaction.mock.calls.map(([, mode]) => mode);
    transaction.mockRestore();
    expect(modes).toEqual(Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 'readonly' : 'readwrite')));
    const sorted = times.toSorted((a, b) => a - b);
    console.info(`record: median ${sorted[50]!.toFixed(2)} ms, p95 ${sorted[95]!.toFixed(2)} ms`);
  });

  test('tells what was changed behind its back, and goes on', async () => {
    const vault = await open();
    for (const item of [1, 2, 3]) await vault.record([like(item)]);
    vault.close();
    const db = await openDB(NAME);
    await db.put('events', await db.get('events', 1), 2);
    await db.delete('events', 3);
    await db.delete('head', 'head');
    db.close();
    const again = await open();
    const { damaged } = await again.storage();
    expect(damaged?.records.map(({ id, cause }) => [id, cause])).toEqual([
      ['head/"head"', 'missing'],
      ['events/2', 'moved'],
      ['events/3', 'missing'],
    ]);
    expect((await again.record([like(4)]))[0]!.id).toBe(4);
    await again.discardDamaged(null);
    again.close();
    const later = await open();
    expect(await later.storage()).not.toHaveProperty('damaged');
    expect((await later.events(DEMO_CATALOGUE)).map(({ item }) => item)).toEqual(['demo-4', 'demo-1']);
  });

  test('two tabs record at once and lose nothing', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? one : two).record([like(i % 6, i)])),
    );
    expect(
      all
        .flat()
        .map(({ id }) => id)
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await one.events(DEMO_CATALOGUE)).toEqual(await two.events(DEMO_CATALOGUE));
  });

  test('a lock is held while an import is written, and a tab that opens then leaves it alone', async () => {
    const vault = await open();
    const leases = webLeases(navigator.locks, `${NAME}/`);
    const seen: Promise<ReadonlySet<string>>[] = [];
    const others: Promise<Vault>[] = [];
    const { id } = await vault.addCatalogue(smallImport('films', 100, 1200), () => {
      seen.push(leases.held());
      others.push(open());
    });
    await Promise.all(others);
    expect([...(await seen[0]!)]).toEqual([id]);
    expect((await vault.interactions(id)).user).toHaveLength(100);
    expect([...(await leases.held())]).toEqual([]);
  });
});
