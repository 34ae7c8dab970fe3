import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../domain/events.ts';
import { catalogueId, DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

const event = (item: number, kind: NewEvent['kind'] = 'purchase', at = 1): NewEvent => ({
  catalogue: DEMO_CATALOGUE,
  item: itemId(`demo-${item}`),
  kind,
  at,
});

/** A vault with the events 1 to 4, of which 2 was taken back. */
async function withThree(name = newDatabaseName()): Promise<Vault> {
  const vault = await openTestVault(name);
  await vault.record([event(0), event(1), event(2, 'wish'), event(3)]);
  await vault.takeBack([2]);
  return vault;
}

describe('several events at once', () => {
  test('get ids in their order, and the version grows by one for all of them', async () => {
    const vault = await openTestVault(newDatabaseName());
    const recorded = await vault.record([event(4, 'cart'), event(0, 'wish'), event(4, 'cart')]);
    expect(recorded).toEqual([
      { ...event(4, 'cart'), id: 1 },
      { ...event(0, 'wish'), id: 2 },
      { ...event(4, 'cart'), id: 3 },
    ]);
    const history = await vault.history(DEMO_CATALOGUE);
    expect(history.version).toBe(1);
    expect([...history.id]).toEqual([1, 2, 3]);
    expect([...history.kind]).toEqual([3, 6, 3]);
    expect(await vault.takeBack([3, 1])).toEqual([recorded[2], recorded[0]]);
    expect(vault.historyVersion).toBe(2);
    expect([...(await vault.history(DEMO_CATALOGUE)).id]).toEqual([2]);
  });

  test('may be of two catalogues', async () => {
    const vault = await openTestVault(newDatabaseName());
    const { id } = await vault.addCatalogue(smallImport('films'), () => undefined);
    await vault.record([event(1), { ...event(0), catalogue: id, item: itemId('film-2') }]);
    expect([...(await vault.history(DEMO_CATALOGUE)).id]).toEqual([1]);
    expect([...(await vault.history(id)).id]).toEqual([2]);
  });

  test('put back after being taken back give the very same log, only newer', async () => {
    const vault = await withThree();
    const [before, columns] = [await vault.events(DEMO_CATALOGUE), await vault.history(DEMO_CATALOGUE)];
    const gone = await vault.takeBack([4, 1]);
    expect(await vault.restore(gone)).toEqual(gone);
    expect(await vault.events(DEMO_CATALOGUE)).toEqual(before);
    expect(await vault.history(DEMO_CATALOGUE)).toEqual({ ...columns, version: 4 });
  });

  test.each<[string, (vault: Vault) => Promise<unknown>, object]>([
    [
      'recorded, where one is of no item',
      (vault) => vault.record([event(0), event(6)]),
      { code: 'argument/range', detail: { field: 'item', item: 'demo-6' } },
    ],
    [
      'recorded, where one is of no catalogue',
      (vault) => vault.record([event(0), { ...event(1), catalogue: catalogueId('nowhere') }]),
      { code: 'vault/unknown-catalogue' },
    ],
    [
      'recorded, where one has no time',
      (vault) => vault.record([event(0), event(1, 'like', Number.NaN)]),
      { code: 'argument/range' },
    ],
    [
      'taken back, where one is gone already',
      (vault) => vault.takeBack([1, 2]),
      { code: 'vault/unknown-event', detail: { id: 2 } },
    ],
    [
      'put back, where one was never there',
      (vault) =>
        vault.restore([
          { ...event(1), id: 2 },
          { ...event(1), id: 5 },
        ]),
      { code: 'vault/unknown-event', detail: { id: 5 } },
    ],
    [
      'put back, where one would cover another',
      (vault) =>
        vault.restore([
          { ...event(1), id: 2 },
          { ...event(5), id: 3 },
        ]),
      { code: 'vault/unknown-event', detail: { id: 3 } },
    ],
    ['taken back twice at once', (vault) => vault.takeBack([1, 3, 1]), { code: 'argument/range' }],
    [
      'put back twice at once',
      (vault) =>
        vault.restore([
          { ...event(1), id: 2 },
          { ...event(0), id: 2 },
        ]),
      { code: 'argument/range', detail: { field: 'events', id: 2 } },
    ],
    ['none: recorded', (vault) => vault.record([]), { detail: { field: 'events', count: 0 } }],
    ['none: taken back', (vault) => vault.takeBack([]), { detail: { field: 'eventIds', count: 0 } }],
    ['none: put back', (vault) => vault.restore([]), { detail: { field: 'events', count: 0 } }],
    [
      '1,001: recorded',
      (vault) => vault.record(Array.from({ length: 1001 }, () => event(0))),
      { code: 'argument/range', detail: { field: 'events', count: 1001 } },
    ],
  ])('are refused whole when %s', async (_what, change, error) => {
    const name = newDatabaseName();
    const vault = await withThree(name);
    const [before, records] = [await vault.history(DEMO_CATALOGUE), await rawRecords(name)];
    await expect(change(vault)).rejects.toMatchObject(error);
    expect(await vault.history(DEMO_CATALOGUE)).toEqual(before);
    expect(await rawRecords(name)).toEqual(records);
  });

  test('are a thousand at most, and a thousand go', async () => {
    const vault = await openTestVault(newDatabaseName());
    const recorded = await vault.record(Array.from({ length: 1000 }, (_, at) => event(at % 6, 'view', at)));
    expect(recorded.at(-1)!.id).toBe(1000);
    await vault.takeBack(recorded.map(({ id }) => id));
    await vault.restore(recorded);
    expect(await vault.history(DEMO_CATALOGUE)).toMatchObject({ version: 3 });
    expect((await vault.history(DEMO_CATALOGUE)).id).toHaveLength(1000);
  });
});
