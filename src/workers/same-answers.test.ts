import { expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId, itemIndex } from '../domain/ids.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { EventKind } from '../domain/events.ts';
import { unwrap } from '../domain/outcome.ts';
import { referenceProvider } from '../engine/compute/reference-provider.ts';
import { tasteLog } from '../engine/testing/logs.ts';
import { backUp, MERGE, REPLACE, restore } from '../vault/testing/backups.ts';
import { smallImport } from '../vault/testing/small-catalogues.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import type { Vault } from '../vault/vault.ts';
import { createEngineService } from './engine-service.ts';

const SEED = { dim: 8, epochs: 3, seed: 3 };

/** An engine on a vault, with plain loops, as it comes up after a reload. */
async function engineOn(vault: Vault) {
  let time = 0;
  const service = createEngineService({
    providers: { webgpu: referenceProvider, wasm: referenceProvider, reference: referenceProvider },
    vault: {
      connect: () => {},
      itemFacts: (id) => vault.itemFacts(id),
      interactions: (id) => vault.interactions(id),
      popularity: (id) => vault.popularity(id),
      history: (id) => vault.history(id),
      loadCheckpoint: (id, kind) => vault.loadCheckpoint(id, kind),
      saveCheckpoint: (id, kind, bytes) => vault.saveCheckpoint(id, kind, bytes),
      dropCheckpoint: (id, kind) => vault.dropCheckpoint(id, kind),
      labRecords: (id) => vault.lab.list(id),
      addLabRecord: (id, kind, value, parts) => vault.lab.add(id, kind, value, parts),
      changeLabRecord: (id, record, value) => vault.lab.change(id, record, value),
      labPart: (id, record, part) => vault.lab.part(id, record, part),
      removeLabRecord: (id, record) => vault.lab.remove(id, record),
    },
    now: () => (time += 10),
    turns: { yieldTurn: () => Promise.resolve(), rest: () => {} },
  });
  unwrap(await service.start('reference'));
  return service;
}

type Engine = Awaited<ReturnType<typeof engineOn>>;

/** All that a visitor sees of a catalogue: the list with scores and causes, the shelves, a thing explained. */
async function answers(engine: Engine, vault: Vault, catalogue: CatalogueId): Promise<unknown> {
  const { version } = await vault.history(catalogue);
  const asked = { catalogue, historyVersion: version };
  const shelves = { count: 4, perShelf: 4, head: 4 };
  const feed = unwrap(await engine.feed({ ...asked, k: 40, adventurousness: 0.3, shelves }));
  const { historyVersion: _version, model: _model, ...shown } = feed;
  return { shown, explained: unwrap(await engine.explain({ ...asked, item: itemIndex(40) })) };
}

async function shopWithModel(): Promise<{ vault: Vault; shop: CatalogueId; engine: Engine }> {
  const vault = await openTestVault(newDatabaseName());
  const columns = tasteLog(4);
  const rows = columns.user.length;
  const small = smallImport('tastes', rows, columns.itemCount, columns.userCount);
  const { id: shop } = await vault.addCatalogue({ ...small, columns }, () => undefined);
  const engine = await engineOn(vault);
  unwrap(await engine.train({ catalogue: shop, config: SEED }, 1e12, () => {}));
  return { vault, shop, engine };
}

const did = (catalogue: CatalogueId, item: number, kind: EventKind, at: number) => ({
  catalogue,
  item: itemId(`film-${item}`),
  kind,
  at,
});

/** What is stored of the visitor, without the ids of events, which never come back. */
async function stored(vault: Vault): Promise<unknown> {
  const { ledger } = vault.inside;
  await ledger.refresh();
  const log = ledger.entries('events').sort(([a], [b]) => a - b);
  return {
    events: log.map(([, event]) => event),
    settings: ledger.entries('settings'),
    lab: ledger.entries('lab'),
    restores: ledger.entries('restores'),
  };
}

async function modelInputs(vault: Vault, catalogue: CatalogueId): Promise<unknown> {
  const { id, version: _version, ...columns } = await vault.history(catalogue);
  return { ...columns, events: id.length, log: await vault.interactions(catalogue) };
}

test('after an event is taken back everything is as if it had never been: records, model inputs and answers, to the last bit', async () => {
  const [forgot, never] = [await shopWithModel(), await shopWithModel()];
  for (const { vault, shop } of [forgot, never]) {
    await vault.record([did(shop, 1, 'like', 1e12), did(shop, 5, 'view', 1e12 + 1)]);
  }
  const before = await answers(forgot.engine, forgot.vault, forgot.shop);
  const gone = await forgot.vault.record([
    did(forgot.shop, 2, 'purchase', 1e12 + 2),
    did(forgot.shop, 6, 'dismiss', 1e12 + 3),
    { catalogue: DEMO_CATALOGUE, item: itemId('demo-3'), kind: 'wish', at: 1e12 + 4 },
  ]);
  expect(await answers(forgot.engine, forgot.vault, forgot.shop)).not.toEqual(before);
  for (const { vault, shop } of [forgot, never]) await vault.record([did(shop, 9, 'cart', 1e12 + 5)]);
  await forgot.vault.takeBack(gone.map(({ id }) => id));

  // The same catalogue under another random id: what names it is set aside.
  const without = (value: unknown, { shop }: typeof forgot): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      ArrayBuffer.isView(part) ? [...new Uint8Array(part.buffer)] : part,
    ).replaceAll(shop, 'shop');
  expect(without(await stored(forgot.vault), forgot)).toBe(without(await stored(never.vault), never));
  expect(await modelInputs(forgot.vault, forgot.shop)).toEqual(await modelInputs(never.vault, never.shop));
  expect(await modelInputs(forgot.vault, DEMO_CATALOGUE)).toEqual(
    await modelInputs(never.vault, DEMO_CATALOGUE),
  );
  // By the engine that has seen what is gone, and by one that has not.
  for (const engine of [forgot.engine, await engineOn(forgot.vault)]) {
    const told = await answers(engine, forgot.vault, forgot.shop);
    const expected = await answers(never.engine, never.vault, never.shop);
    expect(without(told, forgot)).toBe(without(expected, never));
  }
});

test.each([
  ['replaced', REPLACE],
  ['merged', MERGE],
])(
  'a vault that is %s into another one answers the same, and retrained from the same seed it still does',
  async (_how, plan) => {
    const { vault, shop, engine } = await shopWithModel();
    const [, gone] = await vault.record([
      did(shop, 1, 'like', 1e12),
      did(shop, 2, 'dismiss', 1e12 + 1),
      did(shop, 5, 'purchase', 1e12 + 2),
    ]);
    await vault.takeBack([gone!.id]);
    const before = await answers(engine, vault, shop);

    const target = await openTestVault(newDatabaseName());
    await target.record([{ catalogue: DEMO_CATALOGUE, item: itemId('demo-3'), kind: 'wish', at: 5 }]);
    await restore(target, await backUp(vault), plan);
    const restored = await engineOn(target);
    expect(unwrap(await restored.openCatalogue(shop)).model).toEqual(
      unwrap(await engine.openCatalogue(shop)).model,
    );
    expect(await answers(restored, target, shop)).toEqual(before);
    expect(await target.loadCheckpoint(shop, 'model')).toEqual(await vault.loadCheckpoint(shop, 'model'));

    await target.dropCheckpoint(shop, 'model');
    const retrained = await engineOn(target);
    unwrap(await retrained.train({ catalogue: shop, config: SEED }, 1e12, () => {}));
    expect(await answers(retrained, target, shop)).toEqual(before);
  },
);
