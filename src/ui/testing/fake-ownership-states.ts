import type { OwnershipWork } from '../../client/ownership-state.ts';
import type { DamagedRecord, DamageReport } from '../../domain/damage.ts';
import { EVENT_KINDS } from '../../domain/events.ts';
import { catalogueId } from '../../domain/ids.ts';
import type {
  BackupFacts,
  PendingRestore,
  StoredEventThing,
  StoredThing,
  StoreFacts,
} from '../../domain/ownership.ts';
import { SHOP_ITEMS } from './fake-shop.ts';

const NOW = Date.UTC(2026, 2, 14, 19, 30);
const HOUR = 3_600_000;

const store = (name: string, records: number, bytes: number, inTheClear = false): StoreFacts => ({
  name,
  records,
  bytes,
  inTheClear,
});

export const STORES: readonly StoreFacts[] = [
  store('events', 128, 13_440),
  store('settings', 1, 190),
  store('lab', 6, 4_120),
  store('labChunks', 22, 1_204_220),
  store('catalogues', 2, 912),
  store('catalogueChunks', 48, 9_120_400),
  store('checkpoints', 2, 740),
  store('checkpointChunks', 9, 2_334_720),
  store('restores', 0, 0),
  store('manifest', 4, 3_840),
  store('head', 1, 96, true),
  store('keys', 1, 412, true),
];

export const EMPTY_STORES: readonly StoreFacts[] = STORES.map(({ name, inTheClear }) =>
  name === 'keys' || name === 'head' ? store(name, 1, 96, inTheClear) : store(name, 0, 0, inTheClear),
);

const event = (id: number): StoredEventThing => {
  const item = SHOP_ITEMS[id % SHOP_ITEMS.length]!;
  return {
    kind: 'event',
    id,
    event: EVENT_KINDS[id % EVENT_KINDS.length]!,
    item: item.id,
    // One whose catalogue is gone.
    title: id % 40 === 7 ? null : item.title,
    catalogue: id % 40 === 7 ? null : 'Demo shop',
    at: NOW - (128 - id) * 5 * HOUR,
  };
};

const THINGS: Readonly<Record<string, readonly StoredThing[]>> = {
  events: Array.from({ length: 128 }, (_, i) => event(128 - i)),
  settings: [
    { kind: 'setting', name: 'adventurousness', value: '0.3' },
    { kind: 'setting', name: 'muted', value: '{"demo":{"departments":["Play"],"brands":["Tarnwick"]}}' },
  ],
  lab: [
    { kind: 'lab', id: 'r1', catalogue: 'Demo shop', what: 'run', chunks: 6, bytes: 600_200 },
    { kind: 'lab', id: 's1', catalogue: 'MovieLens 1M', what: 'study', chunks: 0, bytes: 0 },
    { kind: 'lab', id: 'p1', catalogue: 'Demo shop', what: 'promotion', chunks: 0, bytes: 0 },
  ],
  labChunks: [
    {
      kind: 'chunks',
      owner: '5b1f6b0c',
      of: { store: 'lab', catalogue: 'Demo shop', what: 'run' },
      chunks: 22,
    },
  ],
  catalogues: [
    {
      kind: 'catalogue',
      id: catalogueId('demo'),
      name: 'Demo shop',
      items: 3120,
      users: 6000,
      interactions: 412_345,
      chunks: 17,
      bytes: 2_820_100,
    },
    {
      kind: 'catalogue',
      id: catalogueId('films'),
      name: 'MovieLens 1M',
      items: 3706,
      users: 6040,
      interactions: 1_000_209,
      chunks: 31,
      bytes: 6_300_300,
    },
  ],
  catalogueChunks: [
    { kind: 'chunks', owner: '9f3a', of: { store: 'catalogues', name: 'MovieLens 1M' }, chunks: 31 },
    { kind: 'chunks', owner: '77ab', of: null, chunks: 17 },
  ],
  checkpoints: [
    { kind: 'checkpoint', id: 'm1', catalogue: 'Demo shop', what: 'model', chunks: 8, bytes: 2_100_000 },
    { kind: 'checkpoint', id: 't1', catalogue: null, what: 'training', chunks: 1, bytes: 234_720 },
  ],
  checkpointChunks: [
    {
      kind: 'chunks',
      owner: '01cd',
      of: { store: 'checkpoints', catalogue: 'Demo shop', what: 'model' },
      chunks: 9,
    },
  ],
  manifest: [{ kind: 'unreadable', key: 'events/0' }],
  head: [
    { kind: 'counter', name: 'lastEventId', value: 131 },
    { kind: 'counter', name: 'logVersion', value: 140 },
    { kind: 'counter', name: 'changes', value: 322 },
  ],
  keys: [
    { kind: 'wrap', how: 'passphrase' },
    { kind: 'wrap', how: 'passkey' },
  ],
};

export const thingsOf = (name: string): readonly StoredThing[] => THINGS[name] ?? [];

export const BACKUP: BackupFacts = {
  id: 'a3f0',
  madeAt: NOW - 9 * 24 * HOUR,
  events: 120,
  dateRange: [NOW - 90 * 24 * HOUR, NOW - 10 * 24 * HOUR],
  catalogues: [
    { id: catalogueId('films'), name: 'MovieLens 1M', itemCount: 3706, interactionCount: 1_000_209 },
  ],
  models: 2,
  lab: 4,
  bytes: 12_310_004,
};

export const PENDING: PendingRestore = {
  id: BACKUP.id,
  madeAt: BACKUP.madeAt,
  begunAt: NOW - HOUR,
  plan: { mode: 'merge', prefer: 'here' },
  bytesRead: 4_600_000,
  bytes: BACKUP.bytes,
};

export const WORK: OwnershipWork = {
  kind: 'backup',
  progress: { phase: 'writing', bytesDone: 4_600_000, bytesTotal: 12_310_004 },
  remainingMs: 4200,
  cancelling: false,
};

const damaged = (
  id: string,
  where: Pick<DamagedRecord, 'store' | 'name' | 'cause' | 'discards'>,
  events = 0,
): DamagedRecord => ({ id, events, firstSeen: NOW - 24 * HOUR, ...where });

export const DAMAGE: DamageReport = {
  total: 3,
  byStore: { events: 1, catalogueChunks: 1, manifest: 1 },
  records: [
    damaged('e12', { store: 'events', name: '12', cause: 'unreadable', discards: 'record' }),
    damaged(
      'c7',
      { store: 'catalogueChunks', name: 'MovieLens 1M', cause: 'rolled-back', discards: 'catalogue' },
      4,
    ),
    damaged('m', { store: 'manifest', name: null, cause: 'moved', discards: 'nothing' }),
  ],
};
