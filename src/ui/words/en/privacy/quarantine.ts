import type { DamageCause, DamagedRecord } from '../../../../domain/damage.ts';
import { counted, f, quoted } from '../voice.ts';

const kinds: Readonly<Record<string, string>> = {
  model: 'of a trained model',
  training: 'of an unfinished training',
  run: 'of a run of the lab',
  study: 'of a study of the lab',
  promotion: 'of which run ranks the shelves',
};

const whats: Readonly<Record<string, (name: string | null) => string>> = {
  events: (name) => (name === null ? 'Something that you did' : `Something that you did, number ${name}`),
  settings: () => 'Your settings',
  catalogues: (name) => (name === null ? 'A catalogue' : `The catalogue ${quoted(name)}`),
  catalogueChunks: (name) => (name === null ? 'A piece of a catalogue' : `A piece of ${quoted(name)}`),
  checkpoints: () => 'A trained model',
  checkpointChunks: (name) => `A piece ${kinds[name ?? ''] ?? 'of a model'}`,
  lab: (name) => `The record ${kinds[name ?? ''] ?? 'of something in the lab'}`,
  labChunks: (name) => `A piece ${kinds[name ?? ''] ?? 'of something in the lab'}`,
  restores: () => 'What was read of a backup',
  head: () => 'The counters',
  manifest: () => 'The list of what must be there',
};

const causes: Readonly<Record<DamageCause, string>> = {
  unreadable: 'It does not decrypt: it was changed, or the disk failed.',
  moved: 'It was put here from another place.',
  'rolled-back': 'An older state of it was put back.',
  missing: 'It was taken away.',
  unexpected: 'It had been removed, and is there again.',
};

const events = (count: number): string =>
  count === 0 ? '' : `, and ${counted(count, 'event', 'events')} of yours in it`;
const discards: Readonly<Record<DamagedRecord['discards'], (count: number) => string>> = {
  nothing: () => 'Discarding takes away this line alone.',
  record: () => 'Discarding removes this record.',
  catalogue: (count) => `Discarding removes the catalogue with its log and model${events(count)}.`,
  checkpoint: () => 'Discarding removes the model, which can be trained again.',
  lab: () => 'Discarding removes the run or study that it belongs to.',
};

export const quarantine = {
  title: 'Damaged records',
  lead: 'Something changed them from outside the shop, or the disk did. They are passed over; all others are untouched.',
  brief: (total: number): string => counted(total, 'damaged record', 'damaged records'),
  what: ({ store, name }: DamagedRecord): string => whats[store]?.(name) ?? store,
  why: ({ cause }: DamagedRecord): string => causes[cause],
  discards: ({ discards: what, events: count }: DamagedRecord): string => discards[what](count),
  seen: (at: number): string => `Seen first ${f.date(at)}, ${f.time(at)}`,
  listed: (shown: number, total: number): string =>
    `These are the newest ${f.number(shown)} of ${f.number(total)}.`,
  discard: 'Discard',
  discardOf: (what: string): string => `Discard: ${what}`,
  discardAll: (total: number): string => `Discard all ${f.number(total)}`,
  sure: 'Discard it for good?',
  sureAll: (total: number): string => `Discard all ${f.number(total)} for good?`,
  all: 'Everything that hangs on a damaged record goes with it: a catalogue with its log, its model and what you did in it.',
  final: 'It cannot be undone. A backup from before may still have it.',
  keep: 'Keep it for now',
};
