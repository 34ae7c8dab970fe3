import { afterEach, describe, expect, test, vi } from 'vitest';
import { catalogueId, itemId } from '../domain/ids.ts';
import type { NewCatalogue } from './catalogue-content.ts';
import type { RawRecord } from './testing/raw-records.ts';
import { rawRecords, visibleBytes } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

afterEach(() => vi.restoreAllMocks());

/** One for each place where something personal is stored. */
const CANARIES = {
  itemId: 'canary-item-7f3a',
  title: 'Canary title Größe 金丝雀',
  catalogueName: 'canary-catalogue-name.zip',
  department: 'CanaryDepartment',
  settingName: 'canary-setting-name',
  settingValue: 'canary-setting-value',
  checkpoint: 'canary-checkpoint-bytes',
  labValue: 'canary-lab-value',
  labPart: 'canary-lab-part',
  kind: 'dismiss',
  time: '1764000123456',
  likers: '1234567',
} as const;

/** The canary in UTF-8, in UTF-16 little-endian, and for numbers also as a column stores them. */
function traces(name: keyof typeof CANARIES): Buffer[] {
  const text = CANARIES[name];
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  if (name === 'time') forms.push(Buffer.from(new Float64Array([Number(text)]).buffer));
  if (name === 'likers') forms.push(Buffer.from(new Float32Array([Number(text)]).buffer));
  return forms;
}

function found(records: readonly RawRecord[]): string[] {
  const all = Buffer.concat(records.map((record) => visibleBytes(record)));
  return (Object.keys(CANARIES) as (keyof typeof CANARIES)[]).filter((name) =>
    traces(name).some((trace) => all.indexOf(trace) !== -1),
  );
}

function copyOf(bytes: BufferSource): ArrayBuffer {
  return ArrayBuffer.isView(bytes)
    ? (new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).slice().buffer as ArrayBuffer)
    : bytes.slice(0);
}

async function plantCanaries(): Promise<RawRecord[]> {
  const name = newDatabaseName();
  const vault = await openTestVault(name);
  const base = smallImport(CANARIES.catalogueName);
  const columns = { ...base.columns, at: base.columns.at.fill(Number(CANARIES.time)) };
  const catalogue: NewCatalogue = {
    summary: { ...base.summary, departments: [CANARIES.department] },
    items: base.items.map((item, row) =>
      row === 0
        ? { id: itemId(CANARIES.itemId), title: CANARIES.title, department: CANARIES.department }
        : item,
    ),
    columns,
    likers: base.likers.fill(Number(CANARIES.likers)),
  };
  const { id } = await vault.addCatalogue(catalogue, () => undefined);
  await vault.record([
    {
      catalogue: id,
      item: itemId(CANARIES.itemId),
      kind: CANARIES.kind,
      at: Number(CANARIES.time),
    },
  ]);
  await vault.saveSetting(CANARIES.settingName, CANARIES.settingValue);
  await vault.saveCheckpoint(id, 'model', new Uint8Array(Buffer.from(CANARIES.checkpoint)));
  const part = new Uint8Array(Buffer.from(CANARIES.labPart));
  await vault.lab.add(id, 'run', { model: CANARIES.labValue }, { part });
  vault.close();
  return rawRecords(name);
}

describe('what lies in the database', () => {
  test('shows no item, title, name, kind, time, count, setting, model or run of the lab', async () => {
    expect(found(await plantCanaries())).toEqual([]);
  });

  test('would show each of them without encryption, so the search is able to find them', async () => {
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (_algorithm, _key, plain) => copyOf(plain));
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (_algorithm, _key, sealed) => copyOf(sealed));
    expect(found(await plantCanaries())).toEqual(Object.keys(CANARIES));
  });

  test('is numbered or random in its keys, and an envelope in every value but the keyring', async () => {
    const records = await plantCanaries();
    const shapes = records.map(
      ({ store, key }) => `${store} ${JSON.stringify(key).replace(/[0-9a-f]{32}/, '*')}`,
    );
    expect(shapes.toSorted()).toEqual([
      'catalogueChunks ["*","at",0]',
      'catalogueChunks ["*","item",0]',
      'catalogueChunks ["*","items",0]',
      'catalogueChunks ["*","kind",0]',
      'catalogueChunks ["*","likers",0]',
      'catalogueChunks ["*","user",0]',
      'catalogueChunks ["*","value",0]',
      'catalogues "*"',
      'checkpointChunks ["*","content",0]',
      'checkpoints "*"',
      'events 1',
      'head "head"',
      'keys "keyring"',
      'lab "*"',
      'labChunks ["*","part",0]',
      'manifest "catalogues"',
      'manifest "checkpoints"',
      'manifest "events/0"',
      'manifest "lab"',
      'manifest "settings"',
      'settings "visitor"',
    ]);
    for (const { store, value } of records) {
      const starts = value instanceof Uint8Array ? [...value.subarray(0, 4)] : Object.keys(value as object);
      expect({ store, starts }).toEqual({
        store,
        starts: store === 'keys' ? ['version', 'wraps'] : [0x48, 0x42, 0x56, 2],
      });
    }
  });

  test('names a catalogue by 128 random bits, not by what it is called', async () => {
    const vault = await openTestVault(newDatabaseName());
    const one = await vault.addCatalogue(smallImport('films'), () => undefined);
    const two = await vault.addCatalogue(smallImport('films'), () => undefined);
    expect(one.id).toMatch(/^[0-9a-f]{32}$/);
    expect(two.id).not.toBe(one.id);
    expect(one.id).not.toBe(catalogueId('films'));
  });
});
