import { expose, transfer } from 'comlink';
import type { Endpoint } from 'comlink';
import type { ImportedDataset } from '../datasets/read-dataset.ts';
import type { ImportProgress } from '../domain/cleaning.ts';
import { HomebodyError } from '../domain/errors.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { LockApi } from '../protocol/lock-api.ts';
import type { OwnershipApi } from '../protocol/ownership-api.ts';
import type { HistoryChange, ImportResult, VaultApi, VaultBulkApi } from '../protocol/vault-api.ts';
import type { StoredEvent } from '../domain/events.ts';
import type { Vault } from '../vault/vault.ts';

export interface VaultServiceOptions {
  readonly openVault: () => Promise<Vault>;
  readonly readDataset: (
    files: readonly File[],
    options: {
      readonly onProgress: (progress: ImportProgress) => void;
      readonly signal: AbortSignal;
      readonly pseudonymKey: CryptoKey;
    },
  ) => Promise<ImportedDataset>;
  /** What is asked about all that is stored, beside the rest. */
  readonly ownership?: (getVault: () => Promise<Vault>) => OwnershipApi;
}

/** Reading reports up to here; the rest of an import is storing. */
const STORING_FROM = 0.9;

/** The vault as the page and the engine see it: every answer is an outcome, columns are given away. */
export function createVaultService(options: VaultServiceOptions): VaultApi & Pick<LockApi, 'lock'> {
  const held = holdOpen(options.openVault);
  const bulk = createBulkApi(held.get);
  let enginePort: MessagePort | undefined;
  let importing: { readonly abort: AbortController; readonly ended: Promise<unknown> } | undefined;

  const withVault = <T>(work: (vault: Vault) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work(await held.get()));
  /** Changes of the history that are under way. */
  const changing = new Set<Promise<unknown>>();
  const track = <T>(changed: Promise<T>): Promise<T> => {
    changing.add(changed);
    void changed.finally(() => changing.delete(changed));
    return changed;
  };
  const change = (work: (vault: Vault) => Promise<readonly StoredEvent[]>): Promise<Outcome<HistoryChange>> =>
    track(withVault(async (vault) => ({ events: await work(vault), historyVersion: vault.historyVersion })));

  return {
    ...options.ownership?.(held.get),
    open: () => outcomeOf(async () => (await held.reopen()).content()),
    connectEngine: (port) =>
      outcomeOf(() => {
        enginePort?.close();
        enginePort = port;
        expose(bulk, port as Endpoint);
        return null;
      }),
    items: (catalogue, indexes, language) => withVault((vault) => vault.items(catalogue, indexes, language)),
    events: (catalogue) => withVault((vault) => vault.events(catalogue)),
    record: (events) => change((vault) => vault.record(events)),
    takeBack: (eventIds) => change((vault) => vault.takeBack(eventIds)),
    restore: (events) => change((vault) => vault.restore(events)),
    personas: (catalogue) => withVault((vault) => vault.personas(catalogue)),
    importFiles: (files, onProgress) => {
      importing?.abort.abort();
      const before = importing?.ended;
      const abort = new AbortController();
      const ended = outcomeOf(async () => {
        await before; // two large imports do not fit into one tab; the newer one takes over
        return importInto(await held.get(), options, files, onProgress, abort.signal);
      });
      importing = { abort, ended };
      return ended;
    },
    cancelImport: () =>
      outcomeOf(() => {
        importing?.abort.abort();
        return null;
      }),
    switchCatalogue: (id) =>
      withVault(async (vault) => {
        await vault.switchCatalogue(id);
        return vault.content();
      }),
    removeCatalogue: (id) =>
      withVault(async (vault) => {
        await vault.removeCatalogue(id);
        return vault.content();
      }),
    saveSetting: (name, value) =>
      withVault(async (vault) => {
        await vault.saveSetting(name, value);
        return null;
      }),
    storage: () => withVault((vault) => vault.storage()),
    lock: () =>
      outcomeOf(async () => {
        await Promise.all(changing);
        held.close();
        return null;
      }),
    discardDamaged: (ids) =>
      withVault(async (vault) => {
        await vault.discardDamaged(ids);
        return vault.content();
      }),
  };
}

/** What the engine gets: numbers, given away with their buffers. */
function createBulkApi(getVault: () => Promise<Vault>): VaultBulkApi {
  const withVault = <T>(work: (vault: Vault) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work(await getVault()));
  return {
    itemFacts: async (catalogue) => givenAway(await withVault((vault) => vault.itemFacts(catalogue))),
    interactions: async (catalogue) => givenAway(await withVault((vault) => vault.interactions(catalogue))),
    popularity: async (catalogue) => givenAway(await withVault((vault) => vault.popularity(catalogue))),
    history: async (catalogue) => givenAway(await withVault((vault) => vault.history(catalogue))),
    loadCheckpoint: async (catalogue, kind) => {
      const outcome = await withVault((vault) => vault.loadCheckpoint(catalogue, kind));
      return outcome.ok && outcome.value ? transfer(outcome, [outcome.value.buffer]) : outcome;
    },
    saveCheckpoint: (catalogue, kind, bytes) =>
      withVault(async (vault) => {
        await vault.saveCheckpoint(catalogue, kind, bytes);
        return null;
      }),
    dropCheckpoint: (catalogue, kind) =>
      withVault(async (vault) => {
        await vault.dropCheckpoint(catalogue, kind);
        return null;
      }),
    labRecords: (catalogue) => withVault(({ lab }) => lab.list(catalogue)),
    addLabRecord: (catalogue, kind, value, parts) =>
      withVault(({ lab }) => lab.add(catalogue, kind, value, parts)),
    changeLabRecord: (catalogue, id, value) =>
      withVault(async ({ lab }) => {
        await lab.change(catalogue, id, value);
        return null;
      }),
    labPart: async (catalogue, id, part) => {
      const outcome = await withVault(({ lab }) => lab.part(catalogue, id, part));
      return outcome.ok ? transfer(outcome, [outcome.value.buffer]) : outcome;
    },
    removeLabRecord: (catalogue, id) =>
      withVault(async ({ lab }) => {
        await lab.remove(catalogue, id);
        return null;
      }),
  };
}

/** Marks every column of a value for transfer. The vault made them for this caller and keeps none. */
function givenAway<T extends object | null>(outcome: Outcome<T>): Outcome<T> {
  if (!outcome.ok || !outcome.value) return outcome;
  const columns = Object.values(outcome.value).filter((part: unknown) => ArrayBuffer.isView(part));
  return transfer(
    outcome,
    columns.map(({ buffer }) => buffer as ArrayBuffer),
  );
}

async function importInto(
  vault: Vault,
  { readDataset }: VaultServiceOptions,
  files: readonly File[],
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportResult> {
  const pseudonymKey = await vault.pseudonymKey();
  const dataset = await readDataset(files, { onProgress, signal, pseudonymKey });
  const { name, items, users, columns, likers, departments, brands, dateRange, report } = dataset;
  const catalogue = await vault.addCatalogue(
    {
      summary: {
        name,
        simulated: false,
        userCount: columns.userCount,
        itemCount: columns.itemCount,
        interactionCount: columns.user.length,
        currency: null,
        departments,
        brands,
        dateRange,
      },
      items,
      columns,
      likers,
      users,
    },
    (fraction) => {
      if (signal.aborted) {
        throw new HomebodyError('import/cancelled', 'The import was cancelled; nothing was changed.');
      }
      onProgress({
        phase: 'storing',
        file: name,
        fraction: STORING_FROM + (1 - STORING_FROM) * fraction,
        rowsRead: report.rowsRead,
      });
    },
  );
  return { catalogue, report };
}

/** Opens the vault once, at the first need. After it was closed under us only `reopen` opens it again. */
function holdOpen(open: () => Promise<Vault>): {
  readonly get: () => Promise<Vault>;
  readonly reopen: () => Promise<Vault>;
  readonly close: () => void;
} {
  let opening: Promise<Vault> | undefined;
  let opened: Vault | undefined;
  const get = (): Promise<Vault> => {
    opening ??= open().then(
      (vault) => (opened = vault),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  return {
    get,
    reopen() {
      if (opened?.closed && !opened.erased) {
        opened = undefined;
        opening = undefined;
      }
      return get();
    },
    close: () => opened?.close(),
  };
}
