import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { NewEvent } from '../../domain/events.ts';
import type { RestorePlan, RestoreReport } from '../../domain/ownership.ts';
import { freeName } from '../catalogues.ts';
import { damageId } from '../damage-notes.ts';
import type {
  CatalogueRecord,
  CheckpointRecord,
  ChunkTotals,
  LabRecord,
  Plan,
  Put,
  SettingsRecord,
} from '../records.ts';
import { CHUNK_OWNERS, isChunkStore } from '../schema.ts';
import type { ChunkKey, ChunkStore, OwnerStore } from '../schema.ts';
import type { VaultInside } from '../vault-inside.ts';
import { isWhole } from './harmed-owners.ts';
import { mergeEvents } from './merge-events.ts';
import type { MergedEvent } from './merge-events.ts';
import { mergeSettings } from './merge-settings.ts';
import type { BackupRecords } from './open-backup.ts';

/** What a restoring changes. */
export interface RestoreChanges extends Required<
  Pick<Plan<unknown>, 'put' | 'remove' | 'removeChunks' | 'forget'>
> {
  /** Owners whose chunks are not here yet, and how many chunks the backup says that they have. */
  readonly owners: readonly { readonly store: ChunkStore; readonly owner: string; readonly chunks: number }[];
  readonly counts: Omit<RestoreReport, 'facts'>;
}

/** What of a restoring is known besides the records of the backup. */
export interface RestoreState {
  /** Owners that the backup names and does not hold. */
  readonly lost: readonly string[];
  /** What is written of the chunks of an owner. */
  readonly owners: Readonly<Record<string, ChunkTotals>>;
  /** See `harmedOwners`. */
  readonly harmed: ReadonlySet<string>;
}

type Entry<T> = readonly [key: string, record: T];

interface Brought {
  readonly events: readonly NewEvent[];
  readonly catalogues: readonly Entry<CatalogueRecord>[];
  readonly checkpoints: readonly Entry<CheckpointRecord>[];
  readonly lab: readonly Entry<LabRecord>[];
  readonly settings: SettingsRecord | undefined;
}

interface Gone {
  readonly store: ChunkStore;
  readonly key: IDBValidKey;
}

interface Choice extends Omit<Brought, 'events' | 'settings'> {
  /** The end of the log as it will be: what has no id, or is to have another one. */
  readonly events: readonly MergedEvent[];
  readonly goneEvents: readonly IDBValidKey[];
  readonly gone: readonly Gone[];
  readonly settings: SettingsRecord | null;
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly eventsKnown: number;
}

/** A record of the lab that says which model took whose place: it goes with the models. */
const PROMOTION = 'promotion';

/** What restoring these records changes in what is stored now. Once it is carried out, it would add nothing more. */
export function planRestore(
  records: BackupRecords,
  inside: VaultInside,
  plan: RestorePlan,
  state: RestoreState,
): RestoreChanges {
  const brought = intact(records, new Set(state.lost));
  const choice =
    plan.mode === 'replace' ? replacing(brought, inside) : merging(brought, inside, plan.prefer, state);
  return changesOf(choice, inside, state);
}

/** Without what hangs on a lost owner. */
function intact(records: BackupRecords, lost: ReadonlySet<string>): Brought {
  const kept = <T>(store: OwnerStore): Entry<T>[] =>
    (records[store] as unknown as readonly Entry<T>[]).filter(([key]) => !lost.has(key));
  const hasHome = ({ catalogue }: { readonly catalogue: CatalogueId }): boolean => !lost.has(catalogue);
  return {
    catalogues: kept<CatalogueRecord>('catalogues').toSorted(([, a], [, b]) => a.order - b.order),
    checkpoints: kept<CheckpointRecord>('checkpoints').filter(([, record]) => hasHome(record)),
    lab: kept<LabRecord>('lab').filter(([, record]) => hasHome(record)),
    events: records.events.map(([, event]) => event as NewEvent).filter(hasHome),
    settings: records.settings[0]?.[1] as SettingsRecord | undefined,
  };
}

function replacing(brought: Brought, { ledger }: VaultInside): Choice {
  const gone = (Object.entries(CHUNK_OWNERS) as [ChunkStore, OwnerStore][]).flatMap(([store, records]) => {
    const kept = new Set(brought[records].map(([key]) => key));
    const here = [...ledger.entries(records).map(([key]) => key), ...ledger.damaged(records).keys()];
    return here.filter((key) => !kept.has(key as string)).map((key): Gone => ({ store, key }));
  });
  return {
    ...brought,
    events: brought.events.map((event) => ({ id: null, event })),
    goneEvents: [...ledger.entries('events').map(([key]) => key), ...ledger.damaged('events').keys()],
    gone,
    settings: brought.settings ?? null,
    names: [],
    eventsKnown: 0,
  };
}

function merging(
  brought: Brought,
  { ledger, catalogues: stored }: VaultInside,
  prefer: RestorePlan['prefer'],
  { harmed }: RestoreState,
): Choice {
  const here = stored.list();
  const catalogues = brought.catalogues.filter(([key]) => !isWhole(ledger, 'catalogueChunks', key, harmed));
  const mended = new Set<string>(catalogues.map(([key]) => key));
  const homes = new Set<string>([
    DEMO_CATALOGUE,
    ...here.map(({ id }) => id),
    ...brought.catalogues.map(([id]) => id),
  ]);
  const hasHome = ({ catalogue }: { readonly catalogue: CatalogueId }): boolean => homes.has(catalogue);
  // The models of one catalogue, with what is known of how they came about, are of one side as a whole.
  const models = ledger
    .entries('checkpoints')
    .filter(([key]) => isWhole(ledger, 'checkpointChunks', key, harmed));
  const modelled = new Set(models.map(([, { catalogue }]) => catalogue));
  const brings = new Set(brought.checkpoints.map(([, { catalogue }]) => catalogue));
  const isTaken = (catalogue: CatalogueId): boolean =>
    brings.has(catalogue) && (prefer === 'backup' || !modelled.has(catalogue));

  const checkpoints = brought.checkpoints.filter(([, one]) => hasHome(one) && isTaken(one.catalogue));
  const lab = brought.lab.filter(([key, one]) => {
    if (one.kind === PROMOTION) return hasHome(one) && isTaken(one.catalogue);
    return hasHome(one) && (prefer === 'backup' || !isWhole(ledger, 'labChunks', key, harmed));
  });
  const kept = new Set([...checkpoints, ...lab].map(([key]) => key));
  const goes = ([key, { kind, catalogue }]: Entry<CheckpointRecord | LabRecord>, only?: string): boolean =>
    isTaken(catalogue) && !kept.has(key) && (only === undefined || kind === only);
  const gone: Gone[] = [
    ...ledger
      .entries('checkpoints')
      .flatMap((entry) => (goes(entry) ? [goneOf('checkpointChunks', entry)] : [])),
    ...ledger.entries('lab').flatMap((entry) => (goes(entry, PROMOTION) ? [goneOf('labChunks', entry)] : [])),
  ];

  const wanted = brought.events.filter(hasHome);
  const log = mergeEvents(
    ledger.entries('events').sort(([a], [b]) => a - b),
    wanted,
  );
  const firstNew = log.findIndex(({ id }) => id === null);
  // Ids grow with time: what stands after an event that was not here takes a new id.
  const events = firstNew < 0 ? [] : log.slice(firstNew);
  return {
    checkpoints,
    lab,
    catalogues,
    events,
    goneEvents: events.flatMap(({ id }) => id ?? []),
    gone,
    settings: mergeSettings(ledger.get('settings', 'visitor'), brought.settings, prefer),
    names: here.filter(({ id }) => !mended.has(id)).map(({ name }) => name),
    eventsKnown: wanted.length - events.filter(({ id }) => id === null).length,
  };
}

const goneOf = (store: ChunkStore, [key]: Entry<unknown>): Gone => ({ store, key });

function changesOf(
  choice: Choice,
  { ledger }: VaultInside,
  { owners, harmed }: RestoreState,
): RestoreChanges {
  const { lastEventId, changes } = ledger.head;
  const missing: { store: ChunkStore; owner: string; chunks: number }[] = [];
  /** What stands in the chunks of a record, which never change: those that are here, or those of the backup. */
  const totalsOf = (store: ChunkStore, owner: string, told: ChunkTotals): ChunkTotals => {
    const here = isWhole(ledger, store, owner, harmed) ? ledger.get(CHUNK_OWNERS[store], owner) : undefined;
    if (!here) missing.push({ store, owner, chunks: told.chunks });
    const { chunks, bytes } = here ?? owners[owner] ?? told;
    return { chunks, bytes };
  };
  const names = choice.names.map((name) => ({ name }));
  const catalogues = choice.catalogues.map(([key, record], rank): Put => {
    const name = freeName(record.summary.name, names);
    names.push({ name });
    const summary = { ...record.summary, name };
    const totals = totalsOf('catalogueChunks', key, record);
    return { store: 'catalogues', key, value: { ...record, summary, order: changes + rank, ...totals } };
  });
  const cataloguesAdded = missing.length;
  const checkpoints = choice.checkpoints.map(([key, record]): Put => {
    return { store: 'checkpoints', key, value: { ...record, ...totalsOf('checkpointChunks', key, record) } };
  });
  const modelsAdded = missing.length - cataloguesAdded;
  const lab = choice.lab.map(([key, record]): Put => {
    return { store: 'lab', key, value: { ...record, ...totalsOf('labChunks', key, record) } };
  });
  const labAdded = missing.length - modelsAdded - cataloguesAdded;
  const events = choice.events.map(({ event }, i): Put => {
    return { store: 'events', key: lastEventId + 1 + i, value: event };
  });
  const settings: Put[] = choice.settings
    ? [{ store: 'settings', key: 'visitor', value: choice.settings }]
    : [];
  const put = [...catalogues, ...checkpoints, ...lab, ...events, ...settings];
  const removed = [
    ...choice.goneEvents.map((key) => ({ store: 'events', key }) as const),
    ...choice.gone.map(({ store, key }) => ({ store: CHUNK_OWNERS[store], key })),
    ...(choice.settings ? [] : [{ store: 'settings', key: 'visitor' } as const]),
  ];
  return {
    put,
    remove: removed,
    // What takes the place of something damaged, or goes with all else, is no damage any more.
    forget: ledger.notes
      .filter(({ store, key }) => {
        const [owners, owner] = isChunkStore(store)
          ? [CHUNK_OWNERS[store], (key as ChunkKey)[0]]
          : [store, key];
        return [...put, ...removed].some((one) => one.store === owners && one.key === owner);
      })
      .map(damageId),
    // A record under a key that none of ours has owns nothing.
    removeChunks: choice.gone.flatMap(({ store, key }) =>
      typeof key === 'string' ? [{ store, owner: key }] : [],
    ),
    owners: missing,
    counts: {
      eventsAdded: choice.events.filter(({ id }) => id === null).length,
      eventsKnown: choice.eventsKnown,
      cataloguesAdded,
      modelsAdded,
      labAdded,
    },
  };
}
