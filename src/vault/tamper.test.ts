/** Somebody with the disk, but without the key: what they change is told, and costs nothing else. */
import { describe, expect, test } from 'vitest';
import { DEMO_CATALOGUE } from '../domain/ids.ts';
import { damageId } from './damage-notes.ts';
import { CHUNK_OWNERS, RECORD_STORES } from './schema.ts';
import { copyOf } from './testing/furnished.ts';
import { rawRecords } from './testing/raw-records.ts';
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
import { openTestVault } from './testing/test-vault.ts';

const { records, before } = furnished;

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
      for (const key of [9, -1, Infinity, 'somebody', ['a', 1], new Date(0)]) {
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
