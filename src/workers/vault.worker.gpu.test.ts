/** The vault's worker as the page has it: real files over real ports into a real database. */
import { proxy, transfer, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { deleteDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import type { ImportProgress } from '../domain/cleaning.ts';
import { DEMO_CATALOGUE, itemIndex } from '../domain/ids.ts';
import { unwrap } from '../domain/outcome.ts';
import type { VaultApi, VaultBulkApi } from '../protocol/vault-api.ts';

const workers: Worker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.terminate();
  await deleteDB('homebody');
});

function spawn(): Remote<VaultApi> {
  const worker = new Worker(new URL('./vault.worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return wrap<VaultApi>(worker);
}

async function engineOf(vault: Remote<VaultApi>): Promise<Remote<VaultBulkApi>> {
  const { port1, port2 } = new MessageChannel();
  unwrap(await vault.connectEngine(transfer(port1, [port1])));
  return wrap<VaultBulkApi>(port2);
}

test('opens on the demo shop and hands its log to the engine', async () => {
  const vault = spawn();
  const state = unwrap(await vault.open());
  expect(state.current).toBe(DEMO_CATALOGUE);
  const [summary] = state.catalogues;
  const engine = await engineOf(vault);
  const log = unwrap(await engine.interactions(DEMO_CATALOGUE));
  expect(log.user).toHaveLength(summary!.interactionCount);
  expect(unwrap(await engine.itemFacts(DEMO_CATALOGUE)).available).toHaveLength(summary!.itemCount);
});

test('imports a dropped file, reports on the way, and has it after the worker was killed', async () => {
  const vault = spawn();
  const ratings = Array.from(
    { length: 5000 },
    (_, row) => `u${row % 50},${row % 97},${1 + (row % 5)},${1e9 + row}`,
  );
  const file = new File([`userId,movieId,rating,timestamp\n${ratings.join('\n')}\n`], 'ratings.csv');
  const movies = new File(
    [
      `movieId,title,genres\n${Array.from({ length: 97 }, (_, m) => `${m},Film ${m} (1999),Drama`).join('\n')}\n`,
    ],
    'movies.csv',
  );
  const seen: ImportProgress[] = [];
  const { catalogue } = unwrap(
    await vault.importFiles(
      [file, movies],
      proxy((progress) => void seen.push(progress)),
    ),
  );
  expect(seen.at(-1)).toMatchObject({ phase: 'storing', fraction: 1 });
  workers.pop()!.terminate();

  const again = spawn();
  expect(unwrap(await again.open()).current).toBe(catalogue.id);
  expect(unwrap(await again.items(catalogue.id, [itemIndex(3)]))[0]?.item.title).toBe('Film 3');
  const log = unwrap(await (await engineOf(again)).interactions(catalogue.id));
  expect(log.user).toHaveLength(catalogue.interactionCount);
});
