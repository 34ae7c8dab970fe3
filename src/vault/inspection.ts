import type { DamageCause } from '../domain/damage.ts';
import type { Cipher } from './cipher.ts';
import type { Damage, DamageNote } from './damage-notes.ts';
import { DAMAGE_SEGMENT, Manifest, readSegment, segmentOf, storeOf } from './manifest.ts';
import type { HeadContent, Segment } from './manifest.ts';
import { LARGEST_COUNT, openHead, readSegments } from './read-guards.ts';
import type { ReadSegment } from './read-guards.ts';
import type { ReadRecords, StoredGuards } from './read-stored.ts';
import { RECORD_STORES } from './schema.ts';
import type { Head } from './schema.ts';

export interface Inspection {
  /** As it was sealed, or else made anew from all that can be read. */
  readonly head: Head;
  readonly manifest: Manifest;
  /** Marks of the manifest's records that are as they were sealed. */
  readonly segments: Readonly<Record<string, string>>;
  /** What was noted before. */
  readonly notes: readonly DamageNote[];
  /** Of small records: each is found again as long as it is not put right. */
  readonly damaged: readonly Damage[];
  /** Of head and manifest. Not found again once they are sealed anew. */
  readonly lost: readonly Damage[];
  /** Whether head and manifest must be sealed anew. */
  readonly unsealed: boolean;
}

/**
 * Compares what is stored with what must be there. The head, sealed at every change, tells the mark of each segment of
 * the manifest, and a segment the marks of its records. Where the head or a segment is lost, records that decrypt are
 * taken for good: whether one of them is an older one or is missing cannot be told then, and the loss is reported.
 */
export async function inspect(
  cipher: Cipher,
  stored: StoredGuards,
  records: ReadRecords,
): Promise<Inspection> {
  const segments = await readSegments(cipher, stored.manifest);
  const found = await openHead(cipher, stored.head);
  if (found.clear && stored.manifest.length === 0 && !anyVersioned(records))
    return unguarded(found.clear, records);

  const newestSegment = largest(
    [...segments.values()].map(({ content, version }) => (content === null ? 0 : version)),
  );
  const sealed = found.sealed && found.sealed.changes >= newestSegment ? found.sealed : null;
  const lost: Damage[] = sealed
    ? []
    : [{ store: 'head', key: 'head', cause: found.sealed ? 'rolled-back' : found.cause }];
  const trusted = sealed ? listedSegments(sealed, segments, lost) : readableSegments(segments, records, lost);

  const isAdopted = (name: string): boolean =>
    !trusted.has(name) && (sealed === null || Object.hasOwn(sealed.segments, name));
  const manifest = withAdopted(recordSegments(trusted), records, isAdopted);
  const notes = (trusted.get(DAMAGE_SEGMENT)?.content ?? []) as readonly DamageNote[];
  return {
    head: sealed ?? madeAnew(manifest, records, found.sealed, newestSegment),
    manifest,
    segments: Object.fromEntries([...trusted].map(([name, { mark }]) => [name, mark])),
    notes,
    damaged: compare(manifest, records),
    lost,
    unsealed: lost.length > 0,
  };
}

/** A vault that no manifest guards yet: of an older version, or a new one. */
function unguarded(head: Head, records: ReadRecords): Inspection {
  const manifest = withAdopted(new Map(), records, () => true);
  const lastEventId = Math.max(head.lastEventId, largestEventId(manifest, records));
  return {
    head: { ...head, lastEventId },
    manifest,
    segments: {},
    notes: [],
    damaged: compare(manifest, records),
    lost: [],
    unsealed: RECORD_STORES.some((store) => records[store].size > 0),
  };
}

/** Those that the head lists, as it lists them. What else there is of segments goes to `lost`. */
function listedSegments(
  head: HeadContent,
  segments: ReadonlyMap<string, ReadSegment>,
  lost: Damage[],
): Map<string, ReadSegment> {
  const trusted = new Map<string, ReadSegment>();
  const marks = new Set(Object.values(head.segments));
  const cause = (name: string, segment: ReadSegment | undefined): DamageCause => {
    if (!segment) return 'missing';
    if (segment.content === null)
      return marks.has(segment.mark) && segment.mark !== head.segments[name] ? 'moved' : 'unreadable';
    return Object.hasOwn(head.segments, name) ? 'rolled-back' : 'unexpected';
  };
  for (const name of new Set([...Object.keys(head.segments), ...segments.keys()])) {
    const segment = segments.get(name);
    if (segment && segment.content !== null && segment.mark === head.segments[name])
      trusted.set(name, segment);
    else lost.push({ store: 'manifest', key: name, cause: cause(name, segment) });
  }
  return trusted;
}

/** Without a head: those that decrypt, and list no record that is older than what lies there. */
function readableSegments(
  segments: ReadonlyMap<string, ReadSegment>,
  records: ReadRecords,
  lost: Damage[],
): Map<string, ReadSegment> {
  const trusted = new Map<string, ReadSegment>();
  const newest = newestBySegment(records);
  for (const [name, segment] of segments) {
    const overtaken = (newest.get(name) ?? 0) > segment.version;
    if (segment.content !== null && !overtaken) trusted.set(name, segment);
    else
      lost.push({
        store: 'manifest',
        key: name,
        cause: segment.content === null ? 'unreadable' : 'rolled-back',
      });
  }
  return trusted;
}

function newestBySegment(records: ReadRecords): Map<string, number> {
  const newest = new Map<string, number>();
  for (const store of RECORD_STORES) {
    for (const [key, { value, version }] of records[store]) {
      const name = segmentOf(store, key);
      if (value !== null) newest.set(name, Math.max(newest.get(name) ?? 0, version));
    }
  }
  return newest;
}

function recordSegments(trusted: ReadonlyMap<string, ReadSegment>): Map<string, Segment> {
  const segments = new Map<string, Segment>();
  for (const [name, { content }] of trusted) if (storeOf(name)) segments.set(name, readSegment(content));
  return segments;
}

/** With the records that decrypt, in the segments of which nothing is known. */
function withAdopted(
  segments: ReadonlyMap<string, Segment>,
  records: ReadRecords,
  isAdopted: (segment: string) => boolean,
): Manifest {
  const adopted = RECORD_STORES.flatMap((store) =>
    [...records[store]]
      .filter(([key, { value }]) => value !== null && isAdopted(segmentOf(store, key)))
      .map(([key, { mark }]) => ({ store, key, mark })),
  );
  return new Manifest(segments).with(adopted).manifest;
}

function compare(manifest: Manifest, records: ReadRecords): Damage[] {
  const damaged: Damage[] = [];
  let marks: ReadonlySet<string> | undefined;
  for (const store of RECORD_STORES) {
    for (const [key, { mark, value }] of records[store]) {
      const listed = manifest.mark(store, key);
      if (value === null) {
        marks ??= new Set(Array.from(manifest.listed(), (record) => record.mark));
        const isOfAnother = mark !== listed && marks.has(mark);
        damaged.push({ store, key, cause: isOfAnother ? 'moved' : 'unreadable' });
      } else if (mark !== listed) {
        damaged.push({ store, key, cause: listed === undefined ? 'unexpected' : 'rolled-back' });
      }
    }
  }
  for (const { store, key } of manifest.listed()) {
    if (!records[store].has(key)) damaged.push({ store, key, cause: 'missing' });
  }
  return damaged;
}

/** Counters that no record contradicts. The version of the log never was above the number of changes. */
function madeAnew(
  manifest: Manifest,
  records: ReadRecords,
  before: Head | undefined,
  newestSegment: number,
): Head {
  const newestRecord = largest([...newestBySegment(records).values()]);
  const changes = Math.max(before?.changes ?? 0, newestSegment, newestRecord);
  const lastEventId = Math.max(before?.lastEventId ?? 0, largestEventId(manifest, records));
  return { lastEventId, logVersion: changes, changes };
}

function largestEventId(manifest: Manifest, records: ReadRecords): number {
  const listed = Array.from(manifest.listed()).flatMap(({ store, key }) => (store === 'events' ? [key] : []));
  return largest([...listed, ...records.events.keys()].map((key) => (isEventId(key) ? key : 0)));
}

function isEventId(key: IDBValidKey): key is number {
  return typeof key === 'number' && Number.isInteger(key) && key > 0 && key <= LARGEST_COUNT;
}

/** Of any number of numbers, which an argument list does not take; 0 for none. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function anyVersioned(records: ReadRecords): boolean {
  return RECORD_STORES.some((store) => [...records[store].values()].some(({ version }) => version > 0));
}
