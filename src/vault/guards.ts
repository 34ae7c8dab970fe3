import { envelopeMark } from './cipher.ts';
import type { Cipher } from './cipher.ts';
import type { DamageNote } from './damage-notes.ts';
import { DAMAGE_SEGMENT, Manifest } from './manifest.ts';
import type { HeadContent, MarkChange } from './manifest.ts';
import type { Envelope, Head } from './schema.ts';

/** What tells that the small records are as they were left. A change seals the next of them. */
export interface Guards {
  readonly head: Head;
  /** Tells the stored head record, whatever it is, from others. */
  readonly stamp: string;
  readonly manifest: Manifest;
  /** Marks of the manifest's stored records, by their keys. */
  readonly segments: Readonly<Record<string, string>>;
  readonly notes: readonly DamageNote[];
  /** Whether the stored manifest is not the one above: the next change writes all of it. */
  readonly unsealed: boolean;
}

export const NOTHING_READ: Guards = {
  head: { lastEventId: 0, logVersion: 0, changes: -1 },
  stamp: 'nothing read',
  manifest: new Manifest(),
  segments: {},
  notes: [],
  unsealed: false,
};

/** The next guards, and what to write so that they are the stored ones. */
export interface SealedGuards {
  readonly guards: Guards;
  readonly head: Envelope;
  /** Records of the manifest by their keys; null: to be removed. */
  readonly segments: readonly (readonly [string, Envelope | null])[];
}

export async function sealGuards(
  cipher: Cipher,
  before: Guards,
  next: {
    readonly head: Head;
    readonly marks: readonly MarkChange[];
    readonly notes: readonly DamageNote[];
  },
): Promise<SealedGuards> {
  const version = next.head.changes;
  const { manifest, changed } = before.manifest.with(next.marks);
  const rewritten = new Set(before.unsealed ? [...manifest.segments.keys(), ...changed] : changed);
  if (before.unsealed || next.notes !== before.notes) rewritten.add(DAMAGE_SEGMENT);
  const segments = await Promise.all(
    [...rewritten].map(async (name): Promise<[string, Envelope | null]> => {
      const content = name === DAMAGE_SEGMENT ? next.notes : [...(manifest.segments.get(name) ?? [])];
      return [name, content.length > 0 ? await cipher.sealJson('manifest', name, content, version) : null];
    }),
  );
  const marks: Record<string, string> = before.unsealed ? {} : { ...before.segments };
  for (const [name, envelope] of segments) {
    if (envelope) marks[name] = envelopeMark(envelope);
    else delete marks[name];
  }
  const content: HeadContent = { ...next.head, segments: marks };
  const head = await cipher.sealJson('head', 'head', content, version);
  return {
    guards: {
      head: next.head,
      stamp: headStamp(head),
      manifest,
      segments: marks,
      notes: next.notes,
      unsealed: false,
    },
    head,
    segments,
  };
}

/** See `Guards.stamp`. */
export function headStamp(stored: unknown): string {
  const mark = envelopeMark(stored);
  if (mark !== '') return mark;
  try {
    return JSON.stringify(stored ?? null);
  } catch {
    return 'no JSON'; // whatever somebody put there
  }
}
