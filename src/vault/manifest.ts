import { RECORD_STORES } from './schema.ts';
import type { Head, RecordStore } from './schema.ts';

/** Events that one segment lists: a commit seals the list of as many anew, and the head names as many fewer. */
const EVENTS_PER_SEGMENT = 256;
/** The segment that lists no records but what was found damaged. */
export const DAMAGE_SEGMENT = 'damage';

/** What one segment lists: the mark of each of its records by the record's key. */
export type Segment = ReadonlyMap<string, string>;

/** The sealed content of the head record. */
export interface HeadContent extends Head {
  /** Mark of each record of the manifest, by its key. */
  readonly segments: Readonly<Record<string, string>>;
}

/** The manifest's record in which a small record is listed. Says as little as the record's own key does. */
export function segmentOf(store: RecordStore, key: IDBValidKey): string {
  return store === 'events' ? `events/${Math.floor(Number(key) / EVENTS_PER_SEGMENT)}` : store;
}

/** The store whose records a segment lists; undefined for a name that no segment has. */
export function storeOf(segment: string): RecordStore | undefined {
  return RECORD_STORES.find((store) => store === segment.split('/', 1)[0]);
}

/** A key as a segment lists it; of a kind of key that no record of ours has, something that none lists. */
export function keyText(key: IDBValidKey): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : JSON.stringify(key);
}

/** The key of a record that a segment lists. */
export function keyOf(store: RecordStore, listed: string): string | number {
  return store === 'events' ? Number(listed) : listed;
}

/** A mark sets a record, null removes it. */
export interface MarkChange {
  readonly store: RecordStore;
  readonly key: IDBValidKey;
  readonly mark: string | null;
}

/** What must be there: the mark of every small record, in segments. A value; `with` makes the next one. */
export class Manifest {
  readonly #segments: ReadonlyMap<string, Segment>;

  constructor(segments: ReadonlyMap<string, Segment> = new Map()) {
    this.#segments = segments;
  }

  get segments(): ReadonlyMap<string, Segment> {
    return this.#segments;
  }

  mark(store: RecordStore, key: IDBValidKey): string | undefined {
    return this.#segments.get(segmentOf(store, key))?.get(keyText(key));
  }

  /** Every record that must be there. */
  *listed(): Generator<{
    readonly store: RecordStore;
    readonly key: string | number;
    readonly mark: string;
  }> {
    for (const [name, segment] of this.#segments) {
      const store = storeOf(name)!;
      for (const [key, mark] of segment) yield { store, key: keyOf(store, key), mark };
    }
  }

  /** Segments that then list nothing are gone. */
  with(changes: readonly MarkChange[]): {
    readonly manifest: Manifest;
    readonly changed: ReadonlySet<string>;
  } {
    const segments = new Map(this.#segments);
    const changed = new Map<string, Map<string, string>>();
    for (const { store, key, mark } of changes) {
      const name = segmentOf(store, key);
      const segment = changed.get(name) ?? new Map(segments.get(name));
      if (mark === null) segment.delete(keyText(key));
      else segment.set(keyText(key), mark);
      changed.set(name, segment);
    }
    for (const [name, segment] of changed) {
      if (segment.size > 0) segments.set(name, segment);
      else segments.delete(name);
    }
    return { manifest: new Manifest(segments), changed: new Set(changed.keys()) };
  }
}

/** The segment of a content that was sealed. */
export function readSegment(content: unknown): Segment {
  return new Map(content as [string, string][]);
}
