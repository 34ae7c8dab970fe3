import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDataset } from '../datasets/read-dataset.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { DEMO_CATALOGUE } from '../domain/ids.ts';
import { openCatalogue } from '../engine/serving/open-catalogue.ts';
import type { DatasetSource } from '../engine/serving/dataset-source.ts';
import { createRng } from '../domain/rng.ts';
import { loadFixture } from '../vault/testing/fixture.ts';
import type { Fixture } from '../vault/testing/fixture.ts';
import { newDatabaseName, openTestVault } from '../vault/testing/test-vault.ts';
import type { Vault } from '../vault/vault.ts';
import { unwrap } from '../domain/outcome.ts';
import { createDemoShop } from './vault-demo.ts';
import { createVaultService } from './vault-service.ts';

const noHome = async (): Promise<never> => {
  throw new HomebodyError('internal', 'Popularity asked for a home.');
};

/** All items by popularity and their counts, opened without a home; and whether the log was asked for. */
async function popularIn(vault: Vault, catalogue: CatalogueId, likersKnown: boolean) {
  let logReads = 0;
  const source: DatasetSource = {
    itemFacts: (id) => vault.itemFacts(id),
    history: (id) => vault.history(id),
    loadCheckpoint: (id, kind) => vault.loadCheckpoint(id, kind),
    saveCheckpoint: (id, kind, bytes) => vault.saveCheckpoint(id, kind, bytes),
    dropCheckpoint: (id, kind) => vault.dropCheckpoint(id, kind),
    popularity: async (id) => (likersKnown ? vault.popularity(id) : null),
    interactions: (id) => {
      logReads += 1;
      return vault.interactions(id);
    },
  };
  const { popularity, fame } = (await openCatalogue(source, catalogue, noHome)).serving;
  const order = popularity.walk(popularity.itemCount, new Set());
  return { shelf: { order, counts: popularity.counts, users: popularity.userCount, fame }, logReads };
}

test('the demo shop’s popular shelf needs neither its year nor a home, and is what the year counts to', async () => {
  const demo = createDemoShop(() => new Promise((resolve) => void setImmediate(resolve)));
  const vault = await openTestVault(newDatabaseName(), { demo: () => demo });
  const known = await popularIn(vault, DEMO_CATALOGUE, true);
  const counted = await popularIn(vault, DEMO_CATALOGUE, false);
  expect([known.logReads, counted.logReads]).toEqual([0, 1]);
  expect(known.shelf.order).toHaveLength(3260);
  expect(known.shelf).toEqual(counted.shelf);
});

test('an import’s popular shelf is what its log counts to, twofold rows and all, without the log', async () => {
  const rng = createRng(5);
  const rows = Array.from(
    { length: 3000 },
    (_, row) => `${rng.int(200)},${Math.floor(90 * rng.next() ** 2)},${1 + rng.int(5)},${1e9 + row}`,
  );
  const files = [
    new File([['userId,movieId,rating,timestamp', ...rows].join('\n')], 'ratings.csv'),
    new File(['movieId,title,genres\n0,Alpha (1999),Drama\n'], 'movies.csv'),
  ];
  const vault = await openTestVault(newDatabaseName());
  const service = createVaultService({ openVault: async () => vault, readDataset });
  const { catalogue, report } = unwrap(await service.importFiles(files, () => {}));
  expect(report.duplicatesMerged).toBeGreaterThan(100);
  const known = await popularIn(vault, catalogue.id, true);
  const counted = await popularIn(vault, catalogue.id, false);
  expect([known.logReads, counted.logReads]).toEqual([0, 1]);
  expect(known.shelf.counts.reduce((a, b) => a + b)).toBe(report.rowsKept);
  expect(known.shelf).toEqual(counted.shelf);
});

test('a catalogue that the first version stored has no likers: its log is counted', async () => {
  const file = new URL('../vault/migrations/fixtures/v1.json', import.meta.url);
  const vault = await openTestVault(await loadFixture(JSON.parse(readFileSync(file, 'utf8')) as Fixture));
  const { current } = await vault.content();
  // Its model is three bytes that say nothing.
  const { shelf, logReads } = await popularIn(vault, current, true);
  expect(logReads).toBe(1);
  expect([...shelf.counts]).toEqual([3, 3, 2, 2]);
  expect([...shelf.order]).toEqual([0, 1, 2, 3]);
});
