/** Somebody with the disk, but without the key: what they change is told, and costs nothing else. */
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import type { DamageCause } from '../domain/damage.ts';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import { damageId } from './damage-notes.ts';
import { CHUNK_OWNERS, RECORD_STORES } from './schema.ts';
import { copyOf, furnish, readable } from './testing/furnished.ts';
import { rawRecords } from './testing/raw-records.ts';
import type { RawRecord } from './testing/raw-records.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

const furnished = await furnish();
const { records, before } = furnished;
const whole = await readable(await openTestVault(await copyOf(furnished)), furnished);

/** What is written over a record: undefined removes it. */
interface Change {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly value: unknown;
}
/** Every damage that must be told, by `damageId`. */
type Told = Readonly<Record<string, DamageCause>>;

async function tampered(changes: readonly Change[]): Promise<string> {
  const name = await copyOf(furnished);
  await tamper(name, changes);
  return name;
}

async function tamper(name: string, changes: readonly Change[]): Promise<void> {
  const db = await openDB(name);
  for (const { store, key, value } of changes) {
    await (value === undefined ? db.delete(store, key) : db.put(store, value, key));
  }
  db.close();
}

async function toldBy(vault: Vault): Promise<Record<string, DamageCause>> {
  const { damaged } = await vault.storage();
  return Object.fromEntries((damaged?.records ?? []).map(({ id, cause }) => [id, cause]));
}

interface Outcome {
  readonly told: Told;
  /** What cannot be read any more, by `damageId`. */
  readonly lost: readonly string[];
}

/** Opens, reads all and looks at the report; goes on living with it; and opens again, which must tell the same. */
async function outcomeOf(changes: readonly Change[]): Promise<Outcome> {
  const name = await tampered(changes);
  const outcomes: Outcome[] = [];
  for (const opening of [1, 2]) {
    const vault = await openTestVault(name, { now: () => opening });
    const found = await readable(vault, furnished);
    const { damaged, events } = await vault.storage();
    const told = Object.fromEntries((damaged?.records ?? []).map(({ id, cause }) => [id, cause]));
    const lost = Object.keys(whole).filter((id) => found[id] === 'lost');
    outcomes.push({ told, lost });
    expect(found, 'what is not lost is as it was').toEqual({
      ...whole,
      ...Object.fromEntries(lost.map((id) => [id, 'lost'])),
    });
    for (const { firstSeen } of damaged?.records ?? []) expect(firstSeen).toBe(1);
    const [event] = await vault.record([
      { catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'view', at: opening },
    ]);
    expect((await vault.events(DEMO_CATALOGUE))[0]).toMatchObject({ id: event!.id, at: opening });
    expect((await vault.storage()).events).toBe(events + 1);
    vault.close();
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  return outcomes[0]!;
}

/** What is told is lost, and nothing else; but for head and manifest, of which nothing is. */
function exactly(told: Told): Outcome {
  return { told, lost: Object.keys(whole).filter((id) => id in told) };
}

const ofStore = (store: string, from = records): readonly RawRecord[] =>
  from.filter((record) => record.store === store);
const bytesOf = ({ value }: RawRecord): Uint8Array<ArrayBuffer> => value as Uint8Array<ArrayBuffer>;
const flipped = (record: RawRecord, place: number): Change => {
  const bytes = bytesOf(record).slice();
  bytes[(place + bytes.length) % bytes.length]! ^= 1;
  return { ...record, value: bytes };
};

const CHUNK_STORES = Object.keys(CHUNK_OWNERS);
const STORES = [...RECORD_STORES, ...CHUNK_STORES];

describe.each(STORES)('a record of %s', (store) => {
  const all = ofStore(store);
  const [first] = all as [RawRecord];
  const second = all[1] ?? ofStore('events')[0]!;
  const isChunk = CHUNK_STORES.includes(store);

  test.each([
    ['its magic', 0],
    ['its format', 3],
    ['its IV', 4],
    ['its version', 23],
    ['its ciphertext', 24],
    ['its tag', -1],
  ])('of which one bit is flipped in %s', async (_where, place) => {
    expect(await outcomeOf([flipped(first, place)])).toEqual(exactly({ [damageId(first)]: 'unreadable' }));
  });

  test.each([1, 20, 40, Infinity])('of which %d bytes are cut off', async (cut) => {
    const value = bytesOf(first).slice(0, Math.max(0, bytesOf(first).length - cut));
    expect(await outcomeOf([{ ...first, value }])).toEqual(exactly({ [damageId(first)]: 'unreadable' }));
  });

  test('that is something else altogether', async () => {
    expect(await outcomeOf([{ ...first, value: { text: 'nonsense' } }])).toEqual(
      exactly({ [damageId(first)]: 'unreadable' }),
    );
  });

  test('that changes places with another', async () => {
    const swapped = [
      { ...first, value: second.value },
      { ...second, value: first.value },
    ];
    const cause = isChunk ? 'unreadable' : 'moved';
    expect(await outcomeOf(swapped)).toEqual(
      exactly({ [damageId(first)]: cause, [damageId(second)]: cause }),
    );
  });

  test('that is removed, whichever it is', async () => {
    for (const record of all) {
      expect(await outcomeOf([{ ...record, value: undefined }])).toEqual(
        exactly({ [damageId(record)]: 'missing' }),
      );
    }
  });

  test('all of which are removed', async () => {
    const told = Object.fromEntries(all.map((record) => [damageId(record), 'missing' as const]));
    expect(await outcomeOf(all.map((record) => ({ ...record, value: undefined })))).toEqual(exactly(told));
  });
});

describe.each(RECORD_STORES)('an older record of %s', (store) => {
  test('in the place of a newer one, whichever it is', async () => {
    const older = ofStore(store, before).filter(({ key }) => whole[damageId({ store, key })] !== undefined);
    expect(older).toHaveLength(ofStore(store).length);
    for (const record of older)
      expect(await outcomeOf([record])).toEqual(exactly({ [damageId(record)]: 'rolled-back' }));
  });
});

describe('a record that is added', () => {
  const removed = before.filter(({ store, key }) => {
    const isRecord = RECORD_STORES.some((one) => one === store);
    return isRecord && !records.some((record) => damageId(record) === damageId({ store, key }));
  });

  test('because it was there before the visitor took it back, or it was replaced', async () => {
    expect(removed.map(({ store }) => store)).toEqual(['checkpoints', 'events']);
    for (const record of removed)
      expect(await outcomeOf([record])).toEqual(exactly({ [damageId(record)]: 'unexpected' }));
  });

  test('where nothing is left of its store', async () => {
    const name = await copyOf(furnished);
    const vault = await openTestVault(name);
    for (const catalogue of [DEMO_CATALOGUE, furnished.films]) await vault.dropCheckpoint(catalogue, 'model');
    vault.close();
    const [removedOne] = ofStore('checkpoints') as [RawRecord];
    await tamper(name, [removedOne]);
    const again = await openTestVault(name);
    expect(await toldBy(again)).toEqual({ [damageId(removedOne)]: 'unexpected' });
    expect(again.inside.ledger.entries('checkpoints')).toEqual([]);
  });

  test('though it never was one', async () => {
    for (const store of RECORD_STORES) {
      for (const key of [9, 'somebody', ['a', 1], new Date(0)]) {
        const added = { store, key, value: new Uint8Array(300).fill(7) };
        expect(await outcomeOf([added])).toEqual(exactly({ [damageId(added)]: 'unreadable' }));
      }
    }
  });

  test('as a copy of another under a key that prints alike', async () => {
    const [event] = ofStore('events') as [RawRecord];
    const copy = { ...event, key: `${event.key as number}` };
    expect(await outcomeOf([copy])).toEqual(exactly({ [damageId(copy)]: 'unreadable' }));
  });

  test('to the chunks, where no record knows of it: it is swept away, and nothing is amiss', async () => {
    const chunk = before.find(
      (record) => record.store === 'checkpointChunks' && !records.some(({ key }) => key === record.key),
    )!;
    const name = await tampered([{ ...chunk, key: ['f'.repeat(32), 'content', 0] }]);
    const vault = await openTestVault(name);
    expect(await toldBy(vault)).toEqual({});
    expect(ofStore('checkpointChunks', await rawRecords(name))).toHaveLength(
      ofStore('checkpointChunks').length,
    );
  });
});

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
