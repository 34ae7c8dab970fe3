import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type * as ComlinkModule from 'comlink';
import type { Remote } from 'comlink';
import type { StoredEvent } from '../../src/domain/events.ts';
import type { CatalogueId, ItemId, ItemIndex } from '../../src/domain/ids.ts';
import { DEMO_CATALOGUE } from '../../src/domain/ids.ts';
import type { Opener } from '../../src/domain/lock.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { RestorePlan, RestoreReport } from '../../src/domain/ownership.ts';
import { valueOf } from './outcomes.ts';
import { slowWrites, WRITES } from './slow-writes.ts';
import type { Value } from './outcomes.ts';
import type { LockApi } from '../../src/protocol/lock-api.ts';
import type { OwnershipApi } from '../../src/protocol/ownership-api.ts';
import type { ImportResult, VaultApi, VaultBulkApi } from '../../src/protocol/vault-api.ts';

const ASSETS = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
const COMLINK = fileURLToPath(new URL('../../node_modules/comlink/dist/umd/comlink.js', import.meta.url));
/** A file of the app that is no page: the worker has the origin for itself. */
const NO_PAGE = 'robots.txt';

type Api = VaultApi & LockApi & OwnershipApi;

/** What lies in the page: the built vault worker, with nothing of the app around it. */
interface Bench {
  readonly vault: Remote<Api>;
  readonly bulk: Remote<VaultBulkApi>;
}

type InPage = typeof globalThis & {
  readonly bench: Bench;
  readonly Comlink: typeof ComlinkModule;
  readonly wrote: () => void;
};

/** Without its brand, which does not go over to a page. */
const DEMO: string = DEMO_CATALOGUE;
/** Bytes of a kept model: two chunks. */
const MODEL_BYTES = 4_500_000;

/** The vault of a browser that is about to be killed, asked from outside of it. */
export class DoomedVault {
  readonly #page: Page;

  readonly #host: string;
  readonly #writeMs: number;
  /** Hears of each write of the vault that begins. */
  onWrite: () => unknown = () => {};

  private constructor(page: Page, host: string, writeMs: number) {
    this.#page = page;
    this.#host = host;
    this.#writeMs = writeMs;
  }

  /** `host`: where the built app is served. `writeMs`: how long each write takes at least, ms. */
  static async start(page: Page, host: string, writeMs: number): Promise<DoomedVault> {
    const vault = new DoomedVault(page, host, writeMs);
    await page.exposeFunction('wrote', () => vault.onWrite());
    await vault.visit();
    return vault;
  }

  /** Begins a visit: a new worker, which has opened nothing yet, in the place of the one before. */
  async visit(): Promise<void> {
    const worker = readdirSync(ASSETS).find((name) => /^vault\.worker-.*\.js$/.test(name));
    if (worker === undefined) throw new Error('dist/assets has no vault worker');
    await this.#page.goto(`${this.#host}${NO_PAGE}`);
    await this.#page.addScriptTag({ content: readFileSync(COMLINK, 'utf8') });
    const address = `${this.#host}assets/${worker}`;
    const before = slowWrites(this.#writeMs);
    await this.#page.evaluate(
      async ([address, before, writes]) => {
        const { wrap, transfer } = (globalThis as InPage).Comlink;
        new BroadcastChannel(writes).addEventListener('message', () => (globalThis as InPage).wrote());
        const script = (text: string): string =>
          URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        // Modules are run in the order in which they are named.
        const both = [script(before), address].map((url) => `import ${JSON.stringify(url)};`);
        const vault = wrap<Api>(new Worker(script(both.join('')), { type: 'module' }));
        const line = new MessageChannel();
        await vault.connectEngine(transfer(line.port1, [line.port1]));
        Object.assign(globalThis, { bench: { vault, bulk: wrap<VaultBulkApi>(line.port2) } satisfies Bench });
      },
      [address, before, WRITES] as const,
    );
  }

  /** Asks the vault what needs no more than its arguments. */
  async ask<M extends keyof Api>(
    method: M,
    ...args: Parameters<Api[M]>
  ): Promise<Value<Awaited<ReturnType<Api[M]>>>> {
    const outcome = await this.#page.evaluate(
      ([method, args]) => {
        const { vault } = (globalThis as InPage).bench;
        return (vault as unknown as Record<string, (...args: unknown[]) => Promise<Outcome<unknown>>>)[
          method
        ]!(...args);
      },
      [method as string, args as unknown[]] as const,
    );
    return valueOf(method, outcome) as Value<Awaited<ReturnType<Api[M]>>>;
  }

  /** Imports files and makes them the catalogue. */
  async importLog(files: readonly { readonly name: string; readonly text: string }[]): Promise<string> {
    const outcome = await this.#page.evaluate(async (given): Promise<Outcome<ImportResult>> => {
      const { bench, Comlink } = globalThis as InPage;
      const list = given.map(({ name, text }) => new File([text], name));
      return bench.vault.importFiles(
        list,
        Comlink.proxy(() => undefined),
      );
    }, files);
    return valueOf('importFiles', outcome).catalogue.name;
  }

  /** Keeps a model of which each byte is `mark`. */
  async saveModel(mark: number): Promise<void> {
    const outcome = await this.#page.evaluate(
      async ([mark, length, catalogue]): Promise<Outcome<null>> =>
        (globalThis as InPage).bench.bulk.saveCheckpoint(
          catalogue as CatalogueId,
          'training',
          new Uint8Array(length).fill(mark),
        ),
      [mark, MODEL_BYTES, DEMO] as const,
    );
    valueOf('saveCheckpoint', outcome);
  }

  async dropModel(): Promise<void> {
    const outcome = await this.#page.evaluate(
      async (catalogue): Promise<Outcome<null>> =>
        (globalThis as InPage).bench.bulk.dropCheckpoint(catalogue as CatalogueId, 'training'),
      DEMO,
    );
    valueOf('dropCheckpoint', outcome);
  }

  /** The mark of the kept model; null where there is none; NaN where its bytes are not of one saving. */
  async model(): Promise<number | null> {
    const outcome = await this.#page.evaluate(
      async ([length, catalogue]): Promise<Outcome<number | null>> => {
        const { bulk } = (globalThis as InPage).bench;
        const kept = await bulk.loadCheckpoint(catalogue as CatalogueId, 'training');
        if (!kept.ok || kept.value === null) return kept as Outcome<null>;
        const whole = kept.value.length === length && kept.value.every((byte, _, all) => byte === all[0]);
        return { ok: true, value: whole ? kept.value[0]! : NaN };
      },
      [MODEL_BYTES, DEMO] as const,
    );
    return valueOf('loadCheckpoint', outcome);
  }

  /** Everything of a catalogue's log in a few numbers, which two logs share only by chance. */
  async digest(catalogue: string): Promise<string> {
    const outcome = await this.#page.evaluate(async (id): Promise<Outcome<string>> => {
      const { vault, bulk } = (globalThis as InPage).bench;
      const log = await bulk.interactions(id as CatalogueId);
      if (!log.ok) return log;
      const { user, item, value, at, itemCount } = log.value;
      const rows = Array.from({ length: itemCount }, (_, row) => row);
      const items = await vault.items(id as CatalogueId, rows as ItemIndex[]);
      if (!items.ok) return items;
      const sum = user.reduce(
        (all, one, i) => (all * 31 + one * 7 + item[i]! * 3 + value[i]! + at[i]!) % 1e9,
        1,
      );
      const titles = items.value.map((one) => one.item.title).join('|');
      return { ok: true, value: `${user.length} ${itemCount} ${sum} ${titles.length}` };
    }, catalogue);
    return valueOf('interactions', outcome);
  }

  /** The first items of the demo shop. */
  async items(count: number): Promise<ItemId[]> {
    const rows = Array.from({ length: count }, (_, row) => row);
    const items = await this.ask('items', DEMO_CATALOGUE, rows as ItemIndex[]);
    return items.map(({ item }) => item.id);
  }

  async events(catalogue: string): Promise<readonly StoredEvent[]> {
    return this.ask('events', catalogue as CatalogueId);
  }

  async backUp(passphrase: string): Promise<string> {
    const outcome = await this.#page.evaluate(
      async ([passphrase, now]): Promise<Outcome<string>> => {
        const { bench, Comlink } = globalThis as InPage;
        const made = await bench.vault.backUp(
          passphrase,
          now,
          Comlink.proxy(() => undefined),
        );
        if (!made.ok) return made;
        const reader = new FileReader();
        await new Promise((resolve) => {
          reader.addEventListener('load', resolve);
          reader.readAsDataURL(made.value);
        });
        return { ok: true, value: (reader.result as string).replace(/^.*?,/, '') };
      },
      [passphrase, Date.now()] as const,
    );
    return valueOf('backUp', outcome);
  }

  async restore(backup: string, passphrase: string, plan: RestorePlan): Promise<void> {
    const outcome = await this.#page.evaluate(
      async ([backup, passphrase, plan, now]): Promise<Outcome<RestoreReport>> => {
        const { bench, Comlink } = globalThis as InPage;
        const file = new Blob([Uint8Array.from(atob(backup), (one) => one.charCodeAt(0))]);
        return bench.vault.restoreBackup(
          file,
          passphrase,
          plan,
          now,
          Comlink.proxy(() => undefined),
        );
      },
      [backup, passphrase, plan, Date.now()] as const,
    );
    valueOf('restoreBackup', outcome);
  }

  /** Owners of chunks that no record owns, read past the vault. */
  async orphans(): Promise<string[]> {
    return this.#page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () =>
            reject(request.error ?? new Error('the store cannot be read')),
          );
        });
      const db = await settled(indexedDB.open('homebody'));
      const owners = { catalogueChunks: 'catalogues', checkpointChunks: 'checkpoints', labChunks: 'lab' };
      const orphans: string[] = [];
      for (const [chunks, records] of Object.entries(owners)) {
        const tx = db.transaction([chunks, records]);
        const keys = (await settled(tx.objectStore(chunks).getAllKeys())) as [string][];
        const known = new Set(await settled(tx.objectStore(records).getAllKeys()));
        orphans.push(...keys.map(([owner]) => owner).filter((owner) => !known.has(owner)));
      }
      db.close();
      return orphans;
    });
  }

  unlock(passphrase: string): Promise<null> {
    return this.ask('unlock', opener(passphrase), Date.now());
  }
}

export const opener = (passphrase: string): Opener => ({ kind: 'passphrase', passphrase });
