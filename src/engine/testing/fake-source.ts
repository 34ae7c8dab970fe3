import type { EventKind } from '../../domain/events.ts';
import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns, ItemFacts } from '../../domain/interactions.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { KeptRecord, LabSource } from '../lab/lab-source.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';

/** Methods may be replaced by a test. */
export interface FakeSource extends Mutable<DatasetSource & LabSource> {
  /** The checkpoints by kind. */
  readonly stored: Map<string, Uint8Array<ArrayBuffer>>;
  /** How often the log was asked for. */
  readonly logReads: number;
  readonly version: number;
  /** Adds an event of the visitor, with ids from 1 on; returns the new version. */
  record(item: number, kind: EventKind): number;
  /** Takes the last event back; returns the new version. */
  takeBack(): number;
  /** Makes the next savings of a kind fail, or stops that with null. */
  failSaving(kind: 'model' | 'training', error: Error | null): void;
}

type Parts = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A vault in memory, for one catalogue. */
export function createFakeSource(log: InteractionColumns, facts: Partial<ItemFacts> = {}): FakeSource {
  const events: { readonly id: number; readonly item: number; readonly kind: EventKind }[] = [];
  let lastId = 0;
  const stored = new Map<string, Uint8Array<ArrayBuffer>>();
  const failures = new Map<string, Error>();
  let version = 1;
  let logReads = 0;
  const kept = new Map<string, KeptRecord & { readonly parts: Parts }>();
  let lastRecord = 0;
  const keptAt = (id: string): KeptRecord & { readonly parts: Parts } => {
    const found = kept.get(id);
    if (found) return found;
    throw new HomebodyError('lab/unknown-run', `There is no record ${id}.`);
  };
  return {
    stored,
    get logReads() {
      return logReads;
    },
    get version() {
      return version;
    },
    record: (item, kind) => {
      events.push({ id: ++lastId, item, kind });
      return ++version;
    },
    takeBack: () => {
      events.pop();
      return ++version;
    },
    failSaving: (kind, error) => {
      if (error) failures.set(kind, error);
      else failures.delete(kind);
    },
    itemFacts: async () => ({
      itemCount: log.itemCount,
      department: new Int32Array(log.itemCount),
      brand: new Int32Array(log.itemCount).fill(-1),
      available: new Uint8Array(log.itemCount).fill(1),
      ...facts,
    }),
    interactions: async () => {
      logReads += 1;
      return structuredClone(log);
    },
    popularity: async () => null,
    history: async () => ({
      version,
      id: Float64Array.from(events, ({ id }) => id),
      item: Int32Array.from(events, ({ item }) => item),
      kind: Uint8Array.from(events, ({ kind }) => KIND_CODE[kind]),
      at: Float64Array.from(events, (_, i) => 1e12 + i),
    }),
    loadCheckpoint: async (_catalogue, kind) => stored.get(kind)?.slice() ?? null,
    saveCheckpoint: async (_catalogue, kind, bytes) => {
      const failure = failures.get(kind);
      if (failure) throw failure;
      stored.set(kind, bytes);
    },
    dropCheckpoint: async (_catalogue, kind) => {
      stored.delete(kind);
    },
    // Through JSON, as the vault keeps values.
    labRecords: async () => [...kept.values()].map(({ id, kind, value }) => ({ id, kind, value })),
    addLabRecord: async (_catalogue, kind, value, parts) => {
      const id = `r${++lastRecord}`;
      kept.set(id, { id, kind, value: JSON.parse(JSON.stringify(value)) as unknown, parts });
      return id;
    },
    changeLabRecord: async (_catalogue, id, value) => {
      kept.set(id, { ...keptAt(id), value: JSON.parse(JSON.stringify(value)) as unknown });
    },
    labPart: async (_catalogue, id, part) => {
      const bytes = keptAt(id).parts[part];
      if (bytes) return bytes.slice();
      throw new HomebodyError('lab/unknown-run', `Record ${id} has no ${part}.`);
    },
    removeLabRecord: async (_catalogue, id) => {
      kept.delete(id);
    },
  };
}
