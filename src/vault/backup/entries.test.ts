import { expect, test } from 'vitest';
import { HEADER_BYTES } from './backup-header.ts';
import { readEntry, writeEntry } from './entries.ts';
import type { BackupEntry } from './entries.ts';
import { FrameReader, FrameWriter } from './frames.ts';

const HEADER = new Uint8Array(HEADER_BYTES);
const ID = '0123456789abcdef'.repeat(2);
const FILMS = { id: ID, name: 'films', itemCount: 12, interactionCount: 40 };
const FACTS = {
  id: ID,
  madeAt: 5000,
  events: 4,
  dateRange: [1001, 2000],
  catalogues: [FILMS],
  models: 1,
  lab: 2,
};

/** What is read of what whoever knows the passphrase has written. */
async function readBack(write: (frames: FrameWriter) => Promise<void>): Promise<BackupEntry | null> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const frames = new FrameWriter(key, HEADER);
  await write(frames);
  return readEntry(new FrameReader(await frames.end(), key, HEADER));
}

const entryOf = (entry: unknown): Promise<BackupEntry | null> =>
  readBack((frames) => writeEntry(frames, entry as BackupEntry));

test.each([FACTS, { ...FACTS, dateRange: null, catalogues: [] }])(
  'what a backup says of itself comes back (%#)',
  async (facts) => {
    expect(await entryOf({ kind: 'facts', facts })).toEqual({ kind: 'facts', facts });
  },
);

test.each([
  null,
  'much',
  {},
  ...Object.keys(FACTS).map((name) => ({ ...FACTS, [name]: undefined })),
  { ...FACTS, id: 'mine' },
  { ...FACTS, madeAt: '2026' },
  { ...FACTS, madeAt: 9e15 },
  { ...FACTS, events: -1 },
  { ...FACTS, models: 0.5 },
  { ...FACTS, lab: null },
  { ...FACTS, dateRange: [1001] },
  { ...FACTS, dateRange: [1001, null] },
  { ...FACTS, catalogues: { length: 0 } },
  { ...FACTS, catalogues: [null] },
  ...Object.keys(FILMS).map((name) => ({ ...FACTS, catalogues: [{ ...FILMS, [name]: undefined }] })),
  { ...FACTS, catalogues: [{ ...FILMS, name: 7 }] },
  { ...FACTS, catalogues: [{ ...FILMS, itemCount: 'many' }] },
])('facts that the page could not show are damage (%#)', async (facts) => {
  await expect(entryOf({ kind: 'facts', facts })).rejects.toMatchObject({ code: 'backup/damaged' });
});

test.each([9e15, '2026', null])('an event of no time is damage: at %o', async (at) => {
  const record = [1, { catalogue: 'demo', item: 'demo-1', kind: 'like', at }];
  await expect(entryOf({ kind: 'records', store: 'events', records: [record] })).rejects.toMatchObject({
    code: 'backup/damaged',
  });
});

const SUMMARY = {
  id: ID,
  name: 'films',
  userCount: 5,
  itemCount: 12,
  interactionCount: 40,
  currency: null,
  departments: ['Drama'],
  dateRange: null,
};
const CATALOGUE = { order: 1, summary: SUMMARY, rows: 40, chunks: 7, bytes: 900 };
const MODEL = { catalogue: ID, kind: 'model', length: 300, chunks: 1, bytes: 340 };
const RUN = { catalogue: ID, kind: 'run', value: {}, parts: { model: 300 }, chunks: 1, bytes: 340 };
const recordsOf = (store: string, value: unknown): Promise<BackupEntry | null> =>
  entryOf({ kind: 'records', store, records: [[store === 'settings' ? 'visitor' : ID, value]] });

test.each([
  ['catalogues', CATALOGUE],
  ['catalogues', { ...CATALOGUE, users: 85, summary: { ...SUMMARY, brands: ['Ash'], currency: 'EUR' } }],
  ['checkpoints', MODEL],
  ['lab', RUN],
  ['settings', { current: 'demo', values: {} }],
])('a record of %s comes back (%#)', async (store, value) => {
  expect(await recordsOf(store, value)).toMatchObject({ store, records: [[expect.anything(), value]] });
});

test.each([
  ['catalogues', { ...CATALOGUE, rows: 9e15 }],
  ['catalogues', { ...CATALOGUE, users: 9e15 }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, itemCount: 7 * 500 + 1 } }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, userCount: 9e15 } }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, currency: 'much' } }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, departments: [{}] } }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, brands: 'Ash' } }],
  ['catalogues', { ...CATALOGUE, summary: { ...SUMMARY, dateRange: undefined } }],
  ['checkpoints', { ...MODEL, length: 4 * 1024 * 1024 + 1 }],
  ['checkpoints', { ...MODEL, length: undefined }],
  ['lab', { ...RUN, parts: { model: 9e15 } }],
  ['lab', { ...RUN, parts: undefined }],
  ['settings', { current: 'demo', values: null }],
])('a record of %s that the shop could not open with is damage (%#)', async (store, value) => {
  await expect(recordsOf(store, value)).rejects.toMatchObject({ code: 'backup/damaged' });
});

test.each([[null], [7], [[]], ['facts']])('an entry that is no object is damage: %o', async (entry) => {
  const json = new TextEncoder().encode(JSON.stringify(entry));
  const read = readBack(async (frames) => {
    await frames.write(Uint8Array.of(json.length, 0, 0, 0));
    await frames.write(json);
  });
  await expect(read).rejects.toMatchObject({ code: 'backup/damaged' });
});
