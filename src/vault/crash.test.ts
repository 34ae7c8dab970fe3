import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import type { StoredEvent } from '../domain/events.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { withFailingWrite } from './testing/failing-writes.ts';
import type { Failure } from './testing/failing-writes.ts';
import { copyOf } from './testing/furnished.ts';
import { rawRecords } from './testing/raw-records.ts';
import { smallImport } from './testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';
import type { Vault } from './vault.ts';

const digest = (bytes: Uint8Array | null): string | null =>
  bytes && createHash('sha256').update(bytes).digest('hex');

/** All that the vault tells of itself. */
async function photo(vault: Vault): Promise<unknown> {
  const content = await vault.content();
  const catalogues = await Promise.all(
    content.catalogues.map(async ({ id }) => ({
      id,
      items: await vault.itemFacts(id),
      log: await vault.interactions(id),
      events: await vault.events(id),
      model: digest(await vault.loadCheckpoint(id, 'model')),
      training: digest(await vault.loadCheckpoint(id, 'training')),
    })),
  );
  return { content, catalogues };
}

const keysOf = async (name: string): Promise<string[]> =>
  (await rawRecords(name)).map(({ store, key }) => `${store} ${JSON.stringify(key)}`);

/** A database with an import, events in two catalogues, checkpoints and a setting. */
async function furnish() {
  const name = newDatabaseName();
  const vault = await openTestVault(name);
  await vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-1'), kind: 'like', at: 1 }]);
  const { id } = await vault.addCatalogue(smallImport('films'), () => undefined);
  await vault.record([{ catalogue: id, item: itemId('film-2'), kind: 'rating', at: 2 }]);
  await vault.record(GONE);
  await vault.takeBack(GONE.map(({ id: eventId }) => eventId));
  await vault.saveCheckpoint(id, 'model', new Uint8Array([1, 2, 3]));
  await vault.saveCheckpoint(DEMO_CATALOGUE, 'training', new Uint8Array([4]));
  await vault.saveSetting('adventurousness', 0.25);
  vault.close();
  return { name, records: await rawRecords(name), imported: id };
}

/** What `furnish` recorded and took back. */
const GONE: readonly StoredEvent[] = [3, 4].map((id) => ({
  id,
  catalogue: DEMO_CATALOGUE,
  item: itemId(`demo-${id}`),
  kind: 'wish',
  at: id,
}));

type Operation = (vault: Vault, imported: CatalogueId) => Promise<unknown>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'an import': (vault) => vault.addCatalogue(smallImport('more films', 20, 7, 5, 'more'), () => undefined),
  'a new checkpoint over an old one': (vault, id) =>
    vault.saveCheckpoint(id, 'model', new Uint8Array(5 * 1024 * 1024).fill(7)),
  'the removal of a catalogue': (vault, id) => vault.removeCatalogue(id),
  'the removal of a checkpoint': (vault, id) => vault.dropCheckpoint(id, 'model'),
  'a recorded event': (vault) =>
    vault.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-3'), kind: 'cart', at: 3 }]),
  'an event taken back': (vault) => vault.takeBack([1]),
  'an order of three': (vault) =>
    vault.record(
      [3, 4, 3].map((item) => ({
        catalogue: DEMO_CATALOGUE,
        item: itemId(`demo-${item}`),
        kind: 'purchase',
        at: 3,
      })),
    ),
  'two events taken back': (vault) => vault.takeBack([2, 1]),
  'two events put back': (vault) => vault.restore(GONE),
  'a change of catalogue': (vault) => vault.switchCatalogue(DEMO_CATALOGUE),
  'a saved setting': (vault) => vault.saveSetting('adventurousness', 1),
};

const furnished = await furnish();

/** One try on a fresh copy: what it tells before, after the n-th write failed, and after reopening. */
async function tryOperation(n: number, failure: Failure, operation: Operation) {
  const name = await copyOf(furnished);
  const vault = await openTestVault(name);
  const [before, keysBefore] = [await photo(vault), await keysOf(name)];
  const { writes, error } = await withFailingWrite(n, failure, () => operation(vault, furnished.imported));
  const sameVisit = await photo(vault);
  vault.close();
  const reopened = await openTestVault(name);
  const nextVisit = await photo(reopened);
  reopened.close();
  return { hit: writes > n, error, before, sameVisit, nextVisit, keysBefore, keys: await keysOf(name) };
}

describe.each(Object.entries(OPERATIONS))('%s', (_what, operation) => {
  test.each(['throw', 'quota', 'abort', 'crash'] satisfies Failure[])(
    'leaves everything as it was when any of its writes fails by: %s',
    async (failure) => {
      const failed = [];
      let last = await tryOperation(0, failure, operation);
      while (last.hit) {
        failed.push(last);
        last = await tryOperation(failed.length, failure, operation);
      }
      expect(failed.length, 'it writes at least a record and the head').toBeGreaterThanOrEqual(2);
      for (const { error, before, sameVisit, nextVisit, keysBefore, keys } of failed) {
        expect(error).toBeInstanceOf(Error);
        expect(error).toMatchObject(failure === 'quota' ? { code: 'vault/quota' } : {});
        expect(sameVisit).toEqual(before);
        expect(nextVisit).toEqual(before);
        expect(keys).toEqual(keysBefore);
      }
      expect(last.error).toBeNull();
      expect(last.sameVisit).not.toEqual(last.before);
      expect(last.nextVisit).toEqual(last.sameVisit);
    },
  );
});
