import type { CatalogueId, ItemId } from '../domain/ids.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type {
  PendingRestore,
  StoredChunksThing,
  StoredEventThing,
  StoredThing,
} from '../domain/ownership.ts';
import type { NewEvent } from '../domain/events.ts';
import { CHUNK_OWNERS } from './schema.ts';
import type { ChunkStore, OwnerStore, RecordStore } from './schema.ts';
import type { VaultInside } from './vault-inside.ts';

type NameOf = (id: CatalogueId) => string | null;

/** By id; null for a catalogue that is not stored any more. */
export function catalogueNames({ catalogues }: VaultInside): NameOf {
  const names = new Map(catalogues.list().map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}

/** Events by their ids, with the titles of their items; one that is not readable stays in its place. */
export async function eventThings(
  inside: VaultInside,
  ids: readonly number[],
  language?: ItemLanguage,
): Promise<StoredThing[]> {
  const nameOf = catalogueNames(inside);
  const events = ids.map((id) => ({ id, event: inside.ledger.get('events', id) }));
  const titles = await titlesOf(
    inside,
    events.flatMap(({ event }) => event ?? []),
    language,
  );
  return events.map(({ id, event }): StoredEventThing | StoredThing => {
    if (!event) return { kind: 'unreadable', key: String(id) };
    const { catalogue, item, kind, at } = event;
    const title = titles(catalogue, item);
    return { kind: 'event', id, event: kind, item, title, catalogue: nameOf(catalogue), at };
  });
}

/** Looks items up that these events are about; null where the catalogue, or the item in it, is not there or not readable. */
export async function titlesOf(
  { catalogues }: VaultInside,
  events: readonly NewEvent[],
  language?: ItemLanguage,
): Promise<(catalogue: CatalogueId, item: ItemId) => string | null> {
  const titles = new Map<string, string>();
  const key = (catalogue: CatalogueId, item: ItemId): string => JSON.stringify([catalogue, item]);
  for (const catalogue of new Set(events.map((event) => event.catalogue))) {
    if (!catalogues.has(catalogue)) continue;
    const wanted = new Set(events.flatMap((event) => (event.catalogue === catalogue ? [event.item] : [])));
    const content = await catalogues.items(catalogue).catch(() => null); // damaged: the events are told without
    const items = [...wanted].flatMap((item) => {
      const row = content?.rowOf.get(item);
      return row === undefined ? [] : [content!.items[row]!];
    });
    const told = language ? await catalogues.inLanguage(catalogue, items, language) : items;
    for (const item of told) titles.set(key(catalogue, item.id), titleOf(item, language));
  }
  return (catalogue, item) => titles.get(key(catalogue, item)) ?? null;
}

const titleOf = (item: Item, language: ItemLanguage | undefined): string =>
  (language && item.local?.[language]?.title) ?? item.title;

/** A record in a form for people; null where it is not readable. */
export function recordThing(
  { ledger }: VaultInside,
  store: RecordStore,
  key: string,
  nameOf: NameOf,
): StoredThing | null {
  if (store === 'catalogues') {
    const record = ledger.get(store, key);
    if (!record) return null;
    const { summary, chunks, bytes } = record;
    const { id, name, itemCount: items, userCount: users, interactionCount: interactions } = summary;
    return { kind: 'catalogue', id, name, items, users, interactions, chunks, bytes };
  }
  if (store === 'checkpoints' || store === 'lab') {
    const record = ledger.get(store, key);
    if (!record) return null;
    const { kind: what, chunks, bytes } = record;
    const kind = store === 'lab' ? 'lab' : 'checkpoint';
    return { kind, id: key, catalogue: nameOf(record.catalogue), what, chunks, bytes };
  }
  if (store === 'restores') {
    const record = ledger.get(store, key);
    return record ? { kind: 'restore', ...(record.value as PendingRestore) } : null;
  }
  return null;
}

/** One line a setting. */
export function settingThings({ settings }: VaultInside): StoredThing[] {
  const { current, values } = settings.read();
  return Object.entries({ current, ...values }).map(([name, value]) => ({
    kind: 'setting',
    name,
    value: JSON.stringify(value),
  }));
}

/** One line an owner. */
export function chunkThings(
  inside: VaultInside,
  store: ChunkStore,
  keys: readonly (readonly [owner: string, part: string, index: number])[],
): StoredChunksThing[] {
  const nameOf = catalogueNames(inside);
  const counts = new Map<string, number>();
  for (const [owner] of keys) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const owners = CHUNK_OWNERS[store];
  return [...counts].map(([owner, chunks]) => ({
    kind: 'chunks',
    owner,
    of: ownerOf(inside, owners, owner, nameOf),
    chunks,
  }));
}

function ownerOf(
  { ledger }: VaultInside,
  store: OwnerStore,
  owner: string,
  nameOf: NameOf,
): StoredChunksThing['of'] {
  if (store === 'catalogues') {
    const record = ledger.get(store, owner);
    return record ? { store, name: record.summary.name } : null;
  }
  const record = ledger.get(store, owner);
  return record ? { store, catalogue: nameOf(record.catalogue), what: record.kind } : null;
}
