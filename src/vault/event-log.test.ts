import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../domain/events.ts';
import type { NewEvent, StoredEvent } from '../domain/events.ts';
import { catalogueId, DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const event = (item: number, kind: NewEvent['kind'] = 'like', at = 1): NewEvent => ({
  catalogue: DEMO_CATALOGUE,
  item: itemId(`demo-${item}`),
  kind,
  at,
});

describe('event log', () => {
  test('an event is there after the vault is opened anew', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    expect(await vault.record([event(3, 'cart', 42)])).toEqual([{ ...event(3, 'cart', 42), id: 1 }]);
    vault.close();
    const again = await openTestVault(name);
    expect(await again.events(DEMO_CATALOGUE)).toEqual([{ ...event(3, 'cart', 42), id: 1, index: 3 }]);
  });

  test('the history is in columns, oldest first, and the list is newest first', async () => {
    const vault = await openTestVault(newDatabaseName());
    await vault.record([event(5, 'view', 10)]);
    await vault.record([event(0, 'dismiss', 20)]);
    await vault.record([event(2, 'purchase', 15)]);
    const history = await vault.history(DEMO_CATALOGUE);
    expect([...history.id]).toEqual([1, 2, 3]);
    expect([...history.item]).toEqual([5, 0, 2]);
    expect([...history.kind]).toEqual([0, 2, 4]);
    expect([...history.at]).toEqual([10, 20, 15]);
    expect(history.version).toBe(3);
    expect((await vault.events(DEMO_CATALOGUE)).map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  test('an id is never given out twice, also when the newest event was taken back and the vault reopened', async () => {
    const name = newDatabaseName();
    const vault = await openTestVault(name);
    await vault.record([event(0)]);
    await vault.record([event(1)]);
    await vault.takeBack([2]);
    vault.close();
    const again = await openTestVault(name);
    expect(await again.record([event(2)])).toMatchObject([{ id: 3 }]);
  });

  test('an event put back stands in its old place', async () => {
    const vault = await openTestVault(newDatabaseName());
    const events: StoredEvent[] = [];
    for (const item of [0, 1, 2]) events.push(...(await vault.record([event(item)])));
    await vault.takeBack([2]);
    expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([0, 2]);
    await vault.restore([events[1]!]);
    expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([0, 1, 2]);
  });

  test('putting back what is there changes nothing, not even the version', async () => {
    const vault = await openTestVault(newDatabaseName());
    const stored = await vault.record([event(0)]);
    await vault.restore(stored);
    expect((await vault.history(DEMO_CATALOGUE)).version).toBe(1);
    expect(await vault.events(DEMO_CATALOGUE)).toHaveLength(1);
  });

  test.each([0, -1, 1.5, 2, Number.NaN])(
    'refuses to put an event back under the id %d, never given out',
    async (id) => {
      const vault = await openTestVault(newDatabaseName());
      await vault.record([event(0)]);
      await expect(vault.restore([{ ...event(1), id }])).rejects.toMatchObject({
        code: 'vault/unknown-event',
      });
    },
  );

  test('refuses to put an event over another one', async () => {
    const vault = await openTestVault(newDatabaseName());
    await vault.record([event(0)]);
    await expect(vault.restore([{ ...event(1), id: 1 }])).rejects.toMatchObject({
      code: 'vault/unknown-event',
    });
    expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([0]);
  });

  test('refuses to take back what was taken back', async () => {
    const vault = await openTestVault(newDatabaseName());
    await vault.record([event(0)]);
    await vault.takeBack([1]);
    await expect(vault.takeBack([1])).rejects.toMatchObject({
      code: 'vault/unknown-event',
      detail: { id: 1 },
    });
  });

  test('refuses an unknown catalogue, an unknown item, an unknown kind and a time that is no number', async () => {
    const vault = await openTestVault(newDatabaseName());
    const refused = (bad: object, code: string): Promise<void> =>
      expect(vault.record([{ ...event(0), ...bad }])).rejects.toMatchObject({ code });
    await refused({ catalogue: catalogueId('nowhere') }, 'vault/unknown-catalogue');
    await refused({ item: itemId('demo-6') }, 'argument/range');
    await refused({ kind: 'sneeze' }, 'argument/range');
    await refused({ at: Number.NaN }, 'argument/range');
    expect(vault.historyVersion).toBe(0);
  });

  test('keeps the events of two catalogues apart', async () => {
    const vault = await openTestVault(newDatabaseName());
    await vault.record([event(1)]);
    const { id } = await vault.addCatalogue(smallImport('films'), () => undefined);
    await vault.record([{ ...event(0), catalogue: id, item: itemId('film-2') }]);
    expect([...(await vault.history(DEMO_CATALOGUE)).item]).toEqual([1]);
    expect([...(await vault.history(id)).item]).toEqual([2]);
  });

  test('equals a plain array after any sequence of record, take back, restore and reopening', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('record' as const),
        what: fc.array(
          fc.record({
            item: fc.nat(5),
            kind: fc.constantFrom(...EVENT_KINDS),
            at: fc.integer({ min: 0, max: 4e12 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      fc.record({
        do: fc.constantFrom('takeBack' as const, 'restore' as const),
        picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ do: fc.constant('reopen' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = newDatabaseName();
        let vault = await openTestVault(name);
        const given: StoredEvent[] = [];
        const answers: StoredEvent[] = [];
        let model: StoredEvent[] = [];
        let changes = 0;
        for (const s of steps) {
          if (s.do === 'record') {
            const news = s.what.map(({ item, kind, at }) => event(item, kind, at));
            answers.push(...(await vault.record(news)));
            for (const content of news) given.push({ ...content, id: given.length + 1 });
            model.push(...given.slice(-news.length));
            changes++;
          } else if (s.do === 'reopen') {
            vault.close();
            vault = await openTestVault(name);
          } else if (s.do === 'takeBack' && model.length > 0) {
            const gone = new Set(s.picks.map((pick) => model[pick % model.length]!));
            await vault.takeBack([...gone].map(({ id }) => id));
            model = model.filter((stored) => !gone.has(stored));
            changes++;
          } else if (s.do === 'restore' && given.length > 0) {
            const back = new Set(s.picks.map((pick) => given[pick % given.length]!));
            await vault.restore([...back]);
            const missing = [...back].filter((stored) => !model.includes(stored));
            model = [...model, ...missing].sort((x, y) => x.id - y.id);
            if (missing.length > 0) changes++;
          }
        }
        vault.close();
        expect(answers).toEqual(given);
        const reopened = await openTestVault(name);
        const stored = (await reopened.events(DEMO_CATALOGUE)).reverse();
        expect(stored.map(({ index: _index, ...rest }) => rest)).toEqual(model);
        expect(reopened.historyVersion).toBe(changes);
        reopened.close();
      }),
      { numRuns: 60 },
    );
  });
});
