import type { StoredChunksThing, StoredWrapThing } from '../../../../domain/ownership.ts';
import { tellBy } from '../../told-thing.ts';
import { counted, done, f } from '../voice.ts';

const models: Readonly<Record<string, string>> = {
  model: 'A trained model',
  training: 'A training that is not finished',
};
const experiments: Readonly<Record<string, string>> = {
  run: 'A run',
  study: 'A study',
  promotion: 'Which run ranks the shelves',
  release: 'A file that was handed on privately',
};
const settings: Readonly<Record<string, string>> = {
  adventurousness: 'How adventurous the shelves are',
  muted: 'What you asked not to see',
  removal: 'A catalogue that is about to be removed',
  current: 'The catalogue that is open',
  lockAfter: 'Minutes without you, after which it locks by itself',
};
const locks: Readonly<Record<StoredWrapThing['how'], readonly [string, string]>> = {
  device: ['The key, kept by this browser', 'Opens without asking, in this profile of this browser alone.'],
  passphrase: ['The key, locked with your passphrase', 'Opens with the passphrase only.'],
  passkey: ['The key, locked with a passkey', 'Opens with that passkey only.'],
};
const counters: Readonly<Record<string, string>> = {
  lastEventId: 'Number of the newest event ever',
  logVersion: 'Changes of what you did',
  changes: 'Changes of anything',
};

const gone = 'its catalogue is gone';
const pieces = (count: number): string => counted(count, 'piece', 'pieces');
const together = (chunks: number, bytes: number): readonly string[] =>
  chunks === 0 ? [] : [pieces(chunks), f.bytes(bytes)];

function owner(of: StoredChunksThing['of']): string {
  if (of === null) return 'What was read before something was cut short';
  if (of.store === 'catalogues') return 'The things and the log of a catalogue';
  return (of.store === 'lab' ? experiments : models)[of.what] ?? of.what;
}

const tell: ReturnType<typeof tellBy> = tellBy({
  event: (thing, catalogue) => ({
    title: thing.title ?? thing.item,
    details: [`${done[thing.event]}, ${f.date(thing.at)}, ${f.time(thing.at)}`, catalogue ?? gone],
  }),
  catalogue: (thing, catalogue) => ({
    title: catalogue ?? thing.name,
    details: [
      counted(thing.items, 'thing', 'things'),
      counted(thing.users, 'person', 'people'),
      counted(thing.interactions, 'event', 'events'),
      ...together(thing.chunks, thing.bytes),
    ],
  }),
  checkpoint: (thing, catalogue) => ({
    title: models[thing.what] ?? thing.what,
    details: [catalogue ?? gone, ...together(thing.chunks, thing.bytes)],
  }),
  lab: (thing, catalogue) => ({
    title: experiments[thing.what] ?? thing.what,
    details: [catalogue ?? gone, ...together(thing.chunks, thing.bytes)],
  }),
  setting: (thing) => ({ title: settings[thing.name] ?? thing.name, details: [thing.value] }),
  chunks: (thing, catalogue) => ({
    title: owner(thing.of),
    details: [...(thing.of === null ? [] : [catalogue ?? gone]), pieces(thing.chunks)],
  }),
  wrap: (thing) => ({ title: locks[thing.how][0], details: [locks[thing.how][1]] }),
  counter: (thing) => ({ title: counters[thing.name] ?? thing.name, details: [f.number(thing.value)] }),
  restore: (thing) => ({
    title: `A restore of the backup of ${f.date(thing.madeAt)}`,
    details: [`${f.bytes(thing.bytesRead)} of ${f.bytes(thing.bytes)} read`],
  }),
  unreadable: (thing) => ({ title: thing.key, details: ['Kept, but nothing that people could read'] }),
});

export const things = {
  tell: tell as typeof tell,
  page: (from: number, to: number, total: number): string =>
    from === to
      ? `${f.number(from)} of ${f.number(total)}`
      : `${f.number(from)} to ${f.number(to)} of ${f.number(total)}`,
  previous: 'Previous',
  next: 'Next',
  empty: 'Nothing is stored here.',
  loading: 'Reading what is stored',
  list: 'Stored here',
};
