import { describe, expect, test, vi } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import type { NewEvent } from '../../domain/events.ts';
import { backUp, filledVault, MERGE, photo, REPLACE, restore } from '../testing/backups.ts';
import { memoryLeases } from '../testing/memory-leases.ts';
import { overwriteRaw, rawRecords } from '../testing/raw-records.ts';
import { smallImport } from '../testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from '../testing/test-vault.ts';
import type { Vault } from '../vault.ts';
import { discardRestore } from './restore-notes.ts';
import { pendingRestores } from './restore-record.ts';

const like = (item: number, at: number): NewEvent => ({
  catalogue: DEMO_CATALOGUE,
  item: itemId(`demo-${item}`),
  kind: 'like',
  at,
});
const LIKE_HERE = like(5, 1500);

/** An abort after so many words of progress while the file is read. */
function cutAfter(words: number): { readonly signal: AbortSignal; readonly onProgress: () => void } {
  const abort = new AbortController();
  let left = words;
  return { signal: abort.signal, onProgress: () => left-- <= 0 && abort.abort() };
}

describe('restored in another vault', () => {
  test.each([
    ['replace', REPLACE],
    ['merge', MERGE],
  ])(
    'by %s, everything is there as it was, and the file can be restored once more without effect',
    async (_how, plan) => {
      const { vault, films } = await filledVault();
      const file = await backUp(vault);
      const target = await openTestVault(newDatabaseName());
      const report = await restore(target, file, plan);
      expect(report).toMatchObject({
        eventsAdded: 4,
        eventsKnown: 0,
        cataloguesAdded: 1,
        modelsAdded: 1,
        labAdded: 2,
        facts: { madeAt: 5000 },
      });
      const after = await photo(target);
      expect(after).toEqual(await photo(vault));
      expect((await target.content()).current).toBe(films);
      expect(await target.interactions(films)).toEqual(await vault.interactions(films));
      expect(await target.users(films)).toEqual(['a', 'b', 'c', 'd', 'e']);

      const again = await restore(target, file, plan);
      expect(again).toMatchObject({ cataloguesAdded: 0, modelsAdded: 0, labAdded: 0 });
      expect(await photo(target)).toEqual(after);
    },
  );

  test('the columns that the engine reads are the same but for the ids, which grow as before', async () => {
    const { vault, films } = await filledVault();
    const target = await openTestVault(newDatabaseName());
    await restore(target, await backUp(vault));
    for (const catalogue of [DEMO_CATALOGUE, films]) {
      const [{ id, version: _a, ...there }, { id: idHere, version: _b, ...here }] = await Promise.all([
        target.history(catalogue),
        vault.history(catalogue),
      ]);
      expect(there).toEqual(here);
      expect([...id]).toEqual([...id].toSorted((a, b) => a - b));
      expect(id).toHaveLength(idHere.length);
    }
  });
});

describe('replacing', () => {
  test('lets nothing stay of what was here, and gives out no id of an event twice', async () => {
    const { vault } = await filledVault();
    const { vault: target, name } = await filledVault(50_000);
    await target.saveSetting('muted', ['x']);
    await target.addCatalogue(smallImport('books', 8, 5, 2, 'book'), () => undefined);
    const ids = [...(await target.history(DEMO_CATALOGUE)).id];
    await restore(target, await backUp(vault));
    expect(await photo(target)).toEqual(await photo(vault));
    const idsAfter = [...(await target.history(DEMO_CATALOGUE)).id];
    expect(idsAfter.every((id) => id > Math.max(...ids))).toBe(true);
    const stores = (await rawRecords(name)).map(({ store }) => store);
    expect(stores.filter((store) => store === 'catalogues')).toHaveLength(1);
    expect(stores.filter((store) => store === 'checkpointChunks')).toHaveLength(1);
  });

  test('by a backup without settings leaves none', async () => {
    const empty = await openTestVault(newDatabaseName());
    const { vault } = await filledVault();
    await restore(vault, await backUp(empty));
    expect((await vault.content()).settings).toEqual({});
    expect((await vault.content()).storage.events).toBe(0);
  });

  test('goes back to an earlier state of the same vault', async () => {
    const { vault, films } = await filledVault();
    const before = await photo(vault);
    const file = await backUp(vault);
    await vault.removeCatalogue(films);
    await vault.record([LIKE_HERE]);
    await vault.saveSetting('adventurousness', 1);
    await restore(vault, file);
    expect(await photo(vault)).toEqual(before);
  });

  test('brings back what was damaged here, and the damage is told no longer', async () => {
    const { vault, films, name } = await filledVault();
    const before = await photo(vault);
    const file = await backUp(vault);
    vault.close();
    await overwriteRaw(name, 'catalogues', films, (bytes) =>
      bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
    );
    const damaged = await openTestVault(name);
    expect((await damaged.content()).storage.damaged?.total).toBeGreaterThan(0);
    await restore(damaged, file);
    expect(await photo(damaged)).toEqual(before);
    expect((await damaged.content()).storage.damaged).toBeUndefined();
  });
});

test.each([
  ['replacing', REPLACE],
  ['merging', MERGE],
])('%s mends a catalogue of which a chunk was found damaged', async (_how, plan) => {
  const { vault, films, name } = await filledVault();
  const before = await photo(vault);
  const file = await backUp(vault);
  vault.close();
  const items = (await rawRecords(name)).find(({ key }) => JSON.stringify(key).includes('items'))!;
  await overwriteRaw(name, 'catalogueChunks', items.key, (bytes) => bytes.slice(0, -1));
  const damaged = await openTestVault(name);
  await expect(damaged.itemFacts(films)).rejects.toMatchObject({ code: 'vault/damaged' });
  await restore(damaged, file, plan);
  expect((await damaged.itemFacts(films)).itemCount).toBe(12);
  expect(await photo(damaged)).toEqual(before);
  expect((await damaged.storage()).damaged).toBeUndefined();
});

describe.each([
  ['replacing', REPLACE],
  ['merging', MERGE],
])('%s mends what nobody has read since it was damaged:', (_how, plan) => {
  test.each([
    ['a chunk that was changed', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
    ['a chunk that is gone', () => undefined],
  ])('%s', async (_what, change) => {
    const { vault, name } = await filledVault();
    const before = await photo(vault);
    const file = await backUp(vault);
    vault.close();
    const items = (await rawRecords(name)).find(({ key }) => JSON.stringify(key).includes('items'))!;
    await overwriteRaw(name, 'catalogueChunks', items.key, change);
    const damaged = await openTestVault(name);
    await restore(damaged, file, plan);
    expect(await photo(damaged)).toEqual(before);
    expect((await damaged.storage()).damaged).toBeUndefined();
  });
});

test('a vault that changes while it is backed up is written anew, as it is then, and no nonce comes twice under one key', async () => {
  const { vault, films } = await filledVault();
  await vault.saveCheckpoint(films, 'training', new Uint8Array(300_000));
  const noncesOf = new Map<CryptoKey, string[]>();
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((how, key, plain) => {
    const nonce = Buffer.from((how as AesGcmParams).iv as Uint8Array).toString('hex');
    noncesOf.set(key, [...(noncesOf.get(key) ?? []), nonce]);
    return encrypt(how, key, plain);
  });
  const { checkpointChunks } = vault.inside.chunks;
  const read = checkpointChunks.read.bind(checkpointChunks);
  let reads = 0;
  vi.spyOn(checkpointChunks, 'read').mockImplementation(async (owner, ...place) => {
    const { kind } = vault.inside.ledger.get('checkpoints', owner)!;
    // The first model is written, and of the second another one takes the place.
    if (++reads === 2) await vault.saveCheckpoint(films, kind, new Uint8Array(90_000));
    return read(owner, ...place);
  });
  const file = await backUp(vault);
  vi.restoreAllMocks();
  expect(reads).toBe(4);
  const keysOfFrames = [...noncesOf.values()].filter((nonces) => nonces.includes('0'.repeat(24)));
  expect(keysOfFrames).toHaveLength(2);
  for (const nonces of noncesOf.values()) expect(new Set(nonces).size).toBe(nonces.length);
  const target = await openTestVault(newDatabaseName());
  await restore(target, file);
  expect(await photo(target)).toEqual(await photo(vault));
});

describe('merging', () => {
  test('is a union of both logs in the order of time: what stands in both stands once, a double stays a double', async () => {
    const { vault } = await filledVault();
    const file = await backUp(vault);
    const target = await openTestVault(newDatabaseName());
    await target.record([{ ...like(1, 1001), kind: 'purchase' }, LIKE_HERE, like(4, 9000)]);
    expect(await restore(target, file, MERGE)).toMatchObject({ eventsAdded: 3, eventsKnown: 1 });
    const times = (await target.events(DEMO_CATALOGUE)).map(({ item, at }) => `${item} ${at}`).toReversed();
    expect(times).toEqual(['demo-1 1001', 'demo-2 1002', 'demo-2 1002', 'demo-5 1500', 'demo-4 9000']);
    expect(await restore(target, file, MERGE)).toMatchObject({ eventsAdded: 0, eventsKnown: 4 });
    expect(await target.events(DEMO_CATALOGUE)).toHaveLength(5);
  });

  test.each([
    ['here', 0.75, [9]],
    ['backup', 0.25, [1, 2]],
  ] as const)(
    'keeps settings and models of the side that is preferred: %s',
    async (prefer, slider, model) => {
      const vault = await openTestVault(newDatabaseName());
      await vault.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([1, 2]));
      await vault.lab.add(DEMO_CATALOGUE, 'promotion', { of: 'backup' }, {});
      await vault.lab.add(DEMO_CATALOGUE, 'run', { of: 'backup' }, {});
      await vault.saveSetting('adventurousness', 0.25);
      await vault.saveSetting('muted', { films: ['a'], demo: ['b'] });
      const target = await openTestVault(newDatabaseName());
      await target.saveCheckpoint(DEMO_CATALOGUE, 'model', new Uint8Array([9]));
      await target.lab.add(DEMO_CATALOGUE, 'promotion', { of: 'here' }, {});
      await target.lab.add(DEMO_CATALOGUE, 'run', { of: 'here' }, {});
      await target.saveSetting('adventurousness', 0.75);
      await target.saveSetting('muted', { demo: ['c'] });
      await target.saveSetting('theme', 'dark');
      await restore(target, await backUp(vault), { mode: 'merge', prefer });
      expect((await target.content()).settings).toEqual({
        adventurousness: slider,
        muted: { films: ['a'], demo: [prefer === 'here' ? 'c' : 'b'] },
        theme: 'dark',
      });
      expect([...(await target.loadCheckpoint(DEMO_CATALOGUE, 'model'))!]).toEqual(model);
      const kept = (await target.lab.list(DEMO_CATALOGUE)).map(
        ({ kind, value }) => `${kind} ${(value as { of: string }).of}`,
      );
      expect(kept.toSorted()).toEqual([`promotion ${prefer}`, 'run backup', 'run here']);
    },
  );

  test('gives a catalogue a name that none here has, and keeps those that are here', async () => {
    const { vault, films } = await filledVault();
    const target = await openTestVault(newDatabaseName());
    await target.addCatalogue(smallImport('films', 8, 5, 2), () => undefined);
    await restore(target, await backUp(vault), MERGE);
    expect((await target.content()).catalogues.map(({ name }) => name)).toEqual([
      'Small demo',
      'films',
      'films (2)',
    ]);
    expect((await target.itemFacts(films)).itemCount).toBe(12);
  });
});

describe('a restoring that is cut', () => {
  test('at any of its words changes nothing, and goes on where it was, once its file is chosen again', async () => {
    const { vault } = await filledVault();
    const file = await backUp(vault);
    const whole = await photo(vault);
    let words = 0;
    for (let cut = 0; ; cut++) {
      const name = newDatabaseName();
      const leases = memoryLeases();
      const target = await openTestVault(name, { leases });
      await target.record([LIKE_HERE]);
      const before = (await photo(target)) as Record<string, unknown>;
      const cutting = cutAfter(cut);
      const done = await restore(target, file, REPLACE, { ...cutting, noteEvery: 0 }).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'backup/cancelled' });
          return false;
        },
      );
      if (done) break;
      words += 1;
      const { events, catalogues, checkpoints, lab, settings } = (await photo(target)) as Record<
        string,
        unknown
      >;
      expect({ events, catalogues, checkpoints, lab, settings }).toEqual(
        Object.fromEntries(
          Object.entries(before).filter(([part]) => part !== 'parts' && part !== 'restores'),
        ),
      );
      expect(leases.names.size).toBe(0);
      target.close();

      // The next visit sweeps; what was written stays for the restoring.
      const next = await openTestVault(name, { leases });
      const parts = ((await photo(next)) as { parts: unknown[][] }).parts.flat();
      let read = 0;
      await restore(next, file, REPLACE, {
        onProgress: ({ phase }) => (read += phase === 'reading' ? 1 : 0),
      });
      expect(await photo(next)).toEqual(whole);
      // A word an entry: none of what was written is read again.
      expect(read + parts.length, `cut after ${cut}`).toBe(11);
      next.close();
    }
    expect(words).toBeGreaterThan(8);
  });

  test('is listed, and can be discarded with all that it wrote', async () => {
    const { vault } = await filledVault();
    const file = await backUp(vault);
    const name = newDatabaseName();
    const target = await openTestVault(name);
    await expect(restore(target, file, REPLACE, { ...cutAfter(9), noteEvery: 0 })).rejects.toMatchObject({
      code: 'backup/cancelled',
    });
    const [pending, ...others] = pendingRestores(target.inside.ledger);
    expect(others).toEqual([]);
    expect(pending).toMatchObject({ madeAt: 5000, begunAt: 6000, plan: REPLACE, bytes: file.size });
    expect(pending!.bytesRead).toBeGreaterThan(0);
    expect((await rawRecords(name)).some(({ store }) => store === 'catalogueChunks')).toBe(true);
    await discardRestore(target.inside, pending!.id);
    expect(pendingRestores(target.inside.ledger)).toEqual([]);
    expect((await rawRecords(name)).filter(({ store }) => /Chunks|restores/.test(store))).toEqual([]);
    await discardRestore(target.inside, 'nobody');
  });

  test('begins anew with another plan, and then leaves nothing of the first', async () => {
    const { vault } = await filledVault();
    const file = await backUp(vault);
    const name = newDatabaseName();
    const target = await openTestVault(name);
    await restore(target, file, REPLACE, { ...cutAfter(9), noteEvery: 0 }).catch(() => null);
    await restore(target, file, MERGE);
    expect(await photo(target)).toEqual(await photo(vault));
  });

  test('by a file that turns out damaged at its end changes nothing, and the whole file goes on', async () => {
    const { vault } = await filledVault();
    const bytes = new Uint8Array(await (await backUp(vault)).arrayBuffer());
    const bad = bytes.slice();
    bad[bad.length - 1]! ^= 1;
    const target = await openTestVault(newDatabaseName());
    await target.record([LIKE_HERE]);
    await expect(restore(target, new Blob([bad]), REPLACE, { noteEvery: 0 })).rejects.toMatchObject({
      code: 'backup/damaged',
    });
    expect((await target.content()).catalogues).toHaveLength(1);
    expect(await target.events(DEMO_CATALOGUE)).toHaveLength(1);
    await restore(target, new Blob([bytes]));
    expect(await photo(target)).toEqual(await photo(vault));
  });
});

describe('two tabs', () => {
  test('cannot restore one file at once: the second is told', async () => {
    const { vault } = await filledVault();
    const file = await backUp(vault);
    const [name, leases] = [newDatabaseName(), memoryLeases()];
    const [one, two] = [await openTestVault(name, { leases }), await openTestVault(name, { leases })];
    let refused: unknown;
    await restore(one, file, REPLACE, {
      onProgress: ({ phase }) => {
        if (phase === 'reading') refused ??= restore(two, file).catch((error: unknown) => error);
      },
      noteEvery: 0,
    });
    expect(await refused).toMatchObject({ code: 'backup/busy' });
  });

  test('one that opens in the middle does not sweep away what is written: it is read once', async () => {
    const { vault } = await filledVault();
    const [name, leases] = [newDatabaseName(), memoryLeases()];
    const target = await openTestVault(name, { leases });
    const opened: Promise<Vault>[] = [];
    let read = 0;
    await restore(target, await backUp(vault), REPLACE, {
      onProgress: ({ phase }) => {
        if (phase !== 'reading') return;
        read += 1;
        opened.push(openTestVault(name, { leases }));
      },
    });
    await Promise.all(opened);
    expect(read).toBe(11);
    expect(await photo(target)).toEqual(await photo(vault));
  });

  test('one removes what the other took to be here: it is read after all', async () => {
    const { vault, films } = await filledVault();
    const file = await backUp(vault);
    const [name, leases] = [newDatabaseName(), memoryLeases()];
    const one = await openTestVault(name, { leases });
    await restore(one, file);
    const two = await openTestVault(name, { leases });
    let removed: Promise<void> | null = null;
    await restore(one, file, REPLACE, {
      onProgress: ({ phase }) => {
        if (phase === 'reading') removed ??= two.removeCatalogue(films);
      },
    });
    expect(removed).not.toBeNull();
    await one.inside.ledger.refresh();
    expect(await photo(one)).toEqual(await photo(vault));
  });
});

test('what is damaged where the backup is made stays away, with what hangs on it; the rest comes', async () => {
  const { vault, films, name } = await filledVault();
  const model = (await rawRecords(name)).find(({ store }) => store === 'checkpointChunks')!;
  await overwriteRaw(name, 'checkpointChunks', model.key, (bytes) => bytes.slice(0, -1));
  const target = await openTestVault(newDatabaseName());
  expect(await restore(target, await backUp(vault))).toMatchObject({ cataloguesAdded: 1, modelsAdded: 0 });
  expect(await target.loadCheckpoint(films, 'model')).toBeNull();
  expect(await target.events(films)).toHaveLength(1);

  const items = (await rawRecords(name)).find(({ store }) => store === 'catalogueChunks')!;
  await overwriteRaw(name, 'catalogueChunks', items.key, () => undefined);
  const other = await openTestVault(newDatabaseName());
  expect(await restore(other, await backUp(vault))).toMatchObject({ cataloguesAdded: 0, eventsAdded: 3 });
});
