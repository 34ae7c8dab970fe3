/** The same with what guards the records: counters, manifest and keyring. */
import { describe, expect, test } from 'vitest';
import type { DamageCause } from '../domain/damage.ts';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { damageId } from './damage-notes.ts';
import { RECORD_STORES } from './schema.ts';
import { readable } from './testing/furnished.ts';
import type { RawRecord } from './testing/raw-records.ts';
import {
  bytesOf,
  exactly,
  flipped,
  furnished,
  ofStore,
  outcomeOf,
  tamper,
  tampered,
  toldBy,
  whole,
} from './testing/tampering.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const { before } = furnished;

describe('the counters', () => {
  const [head] = ofStore('head') as [RawRecord];

  test.each<[string, unknown, DamageCause]>([
    ['that are removed', undefined, 'missing'],
    ['of which a bit is flipped', flipped(head, 30).value, 'unreadable'],
    ['of which a byte is cut off', bytesOf(head).slice(1), 'unreadable'],
    ['that are nonsense', 'nonsense', 'unreadable'],
    ['that are older ones', ofStore('head', before)[0]!.value, 'rolled-back'],
    [
      'that are set back to nothing, in the clear',
      { lastEventId: 0, logVersion: 0, changes: 0 },
      'unreadable',
    ],
    [
      'that are set as high as can be',
      { lastEventId: 2 ** 53, logVersion: 1, changes: 2 ** 53 },
      'unreadable',
    ],
  ])('%s are made anew from what is there, and nothing is lost', async (_what, value, cause) => {
    expect(await outcomeOf([{ ...head, value }])).toEqual(exactly({ 'head/"head"': cause }));
  });

  test('that are lost do not hide what else happened', async () => {
    const [event] = ofStore('events') as [RawRecord];
    const [older] = ofStore('settings', before) as [RawRecord];
    expect(
      await outcomeOf([
        { ...head, value: undefined },
        flipped(event, 50),
        older,
        { ...ofStore('lab')[0]!, value: undefined },
      ]),
    ).toEqual(
      exactly({
        'head/"head"': 'missing',
        [damageId(event)]: 'unreadable',
        [damageId(older)]: 'rolled-back',
        [damageId(ofStore('lab')[0]!)]: 'missing',
      }),
    );
  });

  test('that are lost, and a list that is older than its record, cost the list and not the record', async () => {
    const older = ofStore('manifest', before).find(({ key }) => key === 'settings')!;
    expect(await outcomeOf([{ ...head, value: undefined }, older])).toEqual(
      exactly({ 'head/"head"': 'missing', [damageId(older)]: 'rolled-back' }),
    );
  });

  test('of a new vault are not believed where they are as high as can be', async () => {
    const name = newDatabaseName();
    (await openTestVault(name)).close();
    await tamper(name, [{ ...head, value: { lastEventId: 2 ** 53, logVersion: 1, changes: 2 ** 53 } }]);
    const vault = await openTestVault(name);
    const [event] = await vault.record([
      { catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'view', at: 9 },
    ]);
    expect(event!.id).toBe(1);
    expect(await toldBy(vault)).toEqual({ 'head/"head"': 'unreadable' });
  });

  test('never give an event the number of one that is there, though they were lost', async () => {
    const name = await tampered([{ ...head, value: undefined }, flipped(ofStore('events').at(-1)!, 50)]);
    const vault = await openTestVault(name);
    const [event] = await vault.record([
      { catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'view', at: 9 },
    ]);
    expect(ofStore('events').map(({ key }) => key)).toEqual([1, 2, 3]);
    expect(event!.id).toBe(4);
  });
});

describe('the manifest', () => {
  const all = ofStore('manifest');

  test('has a record for the events and for every other store', () => {
    expect(all.map(({ key }) => key)).toEqual(
      RECORD_STORES.map((store) => (store === 'events' ? 'events/0' : store)).toSorted(),
    );
  });

  test.each(all.map((record) => [record.key as string, record] as const))(
    'of which the record %s is changed in any way is made anew from what is there, and nothing is lost',
    async (name, record) => {
      const older = ofStore('manifest', before).find(({ key }) => key === name)!;
      const other = all.find(({ key }) => key !== name)!;
      const id = damageId(record);
      expect(await outcomeOf([flipped(record, 40)])).toEqual(exactly({ [id]: 'unreadable' }));
      expect(await outcomeOf([{ ...record, value: bytesOf(record).slice(0, -1) }])).toEqual(
        exactly({ [id]: 'unreadable' }),
      );
      expect(await outcomeOf([{ ...record, value: 7 }])).toEqual(exactly({ [id]: 'unreadable' }));
      expect(await outcomeOf([{ ...record, value: undefined }])).toEqual(exactly({ [id]: 'missing' }));
      expect(await outcomeOf([older])).toEqual(exactly({ [id]: 'rolled-back' }));
      expect(await outcomeOf([{ ...record, value: other.value }])).toEqual(exactly({ [id]: 'moved' }));
    },
  );

  test('all of which is removed', async () => {
    expect(await outcomeOf(all.map((record) => ({ ...record, value: undefined })))).toEqual(
      exactly(Object.fromEntries(all.map((record) => [damageId(record), 'missing']))),
    );
  });

  test('to which something is added', async () => {
    const added = { store: 'manifest', key: 'events/7', value: all[0]!.value };
    expect(await outcomeOf([added])).toEqual(exactly({ [damageId(added)]: 'moved' }));
  });

  test('that is put back with the record that it lists and with the counters tells on itself', async () => {
    const older = ['settings', 'manifest', 'head'].flatMap((store) =>
      ofStore(store, before).filter(({ key }) => ['visitor', 'settings', 'head'].includes(key as string)),
    );
    expect(older).toHaveLength(3);
    const vault = await openTestVault(await tampered(older));
    expect(await toldBy(vault)).toEqual({ 'head/"head"': 'rolled-back' });
  });
});

describe('the keyring', () => {
  const [keyring] = ofStore('keys') as [RawRecord];

  test('that is removed takes all with it but the app; put back, it brings all back', async () => {
    const name = await tampered([{ ...keyring, value: undefined }]);
    const vault = await openTestVault(name);
    expect((await vault.content()).catalogues).toHaveLength(1);
    const told = await toldBy(vault);
    for (const store of RECORD_STORES) {
      for (const record of ofStore(store)) expect(told[damageId(record)]).toBe('unreadable');
    }
    const [event] = await vault.record([
      { catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'view', at: 9 },
    ]);
    expect(event!.id).toBe(4);
    vault.close();
    await tamper(name, [keyring]);
    const again = await openTestVault(name);
    expect(await readable(again, furnished)).toEqual(whole);
  });
});
