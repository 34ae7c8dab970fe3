import type { OwnershipWork } from '../../../../client/ownership-state.ts';
import type {
  BackupFacts,
  OwnershipProgress,
  PendingRestore,
  RestoreReport,
} from '../../../../domain/ownership.ts';
import type { Belongings } from '../../belongings.ts';
import { belongings } from './belongings.ts';
import { lf } from '../lab/voice.ts';
import { counted, f } from '../voice.ts';

const MINUTE = 60_000;
/** From when to when; a single day once. */
const days = (range: readonly string[]): string => [...new Set(range)].join(' – ');

export const copies = {
  title: 'Take it with you',
  lead: 'A copy for another device, or for yourself to read. It goes where your downloads go, and nowhere else.',
  brief: (pending: number): string =>
    pending === 0 ? 'A backup, or a plain copy' : 'A restore was cut short',

  make: {
    title: 'Make a backup',
    lead: 'All that is stored, in one encrypted file. With it you move to another device, or bring back here what was lost.',
    passphrase: 'Passphrase for the backup',
    hint: 'At least 8 characters. A few words are easier to remember, and harder to guess, than one odd one.',
    again: 'The same passphrase again',
    tooShort: 'It has fewer than 8 characters.',
    differs: 'The two are not the same.',
    act: 'Make a backup',
    done: (name: string, bytes: number): string =>
      `${name}, ${f.bytes(bytes)}, is on its way to your downloads. Keep the passphrase as well: without it nobody can open the file, not even you.`,
    saveAgain: 'Save it again',
  },

  work: {
    names: { backup: 'Backup', restore: 'Restore' } as Readonly<Record<OwnershipWork['kind'], string>>,
    phases: {
      key: 'Making a key from the passphrase',
      reading: 'Reading',
      writing: 'Encrypting and writing',
      committing: 'Putting everything in its place',
    } as Readonly<Record<OwnershipProgress['phase'], string>>,
    far: (done: number, total: number): string =>
      total === 0 ? '' : `${f.bytes(done)} of ${f.bytes(total)}`,
    left: (ms: number): string =>
      ms < 1.5 * MINUTE
        ? `about ${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))} left`
        : `about ${lf.duration(ms)} left`,
    percent: (fraction: number): string => f.percent(fraction),
    cancel: 'Cancel',
    cancelling: 'Stopping …',
  },

  restore: {
    title: 'Restore a backup',
    lead: 'Brings back what a backup holds, from here or from another device. You see what is in it first; nothing changes until you say so.',
    drop: 'Drop a backup here',
    dropHere: 'Let go to choose it',
    choose: 'Choose a backup',
    file: (name: string, bytes: number): string => `${name}, ${f.bytes(bytes)}`,
    other: 'Another file',
    passphrase: 'Passphrase of the backup',
    open: 'Look into it',
    opening: 'Opening it …',
    holds: 'What it holds',
    facts: {
      madeAt: 'Made',
      events: 'What you did',
      catalogues: 'Catalogues you brought',
      models: 'Trained models',
      lab: 'Runs and studies',
    },
    at: (at: number): string => `${f.date(at)}, ${f.time(at)}`,
    events: ({ events, dateRange }: Pick<BackupFacts, 'events' | 'dateRange'>): string =>
      dateRange
        ? `${counted(events, 'event', 'events')}, ${days(dateRange.map((at) => f.date(at)))}`
        : counted(events, 'event', 'events'),
    names: (names: readonly string[]): string => (names.length === 0 ? 'None' : f.list(names)),
    number: (value: number): string => (value === 0 ? 'None' : f.number(value)),
    how: 'How to bring it back',
    merge: 'Add it to what is here',
    mergeChange: (brought: Belongings): string => {
      const what = belongings(brought);
      return what === ''
        ? 'What is here stays. There is nothing to add but settings.'
        : `What is here stays. Added is what of this is missing: ${what}.`;
    },
    replace: 'Put it in the place of what is here',
    replaceChange: (here: Belongings): string => {
      const what = belongings(here);
      return what === ''
        ? 'Your settings here go.'
        : `What is here goes: ${what}, and your settings. This cannot be undone.`;
    },
    prefer: 'Where both have models or settings, keep',
    here: 'those that are here',
    backup: 'those of the backup',
    goesOn: 'A restore of this backup was cut short. With this choice it goes on where it stopped.',
    act: { merge: 'Add it', replace: 'Replace what is here' },
    sure: 'Replace what is here?',
    keep: 'Keep what is here',
    not: 'Not now',
    done: ({ eventsAdded, eventsKnown, cataloguesAdded, modelsAdded, labAdded }: RestoreReport): string => {
      const what = belongings({
        events: eventsAdded,
        catalogues: cataloguesAdded,
        models: modelsAdded,
        lab: labAdded,
      });
      const known =
        eventsKnown === 0 ? '' : ` ${counted(eventsKnown, 'event was', 'events were')} here already.`;
      return (what === '' ? 'Restored. There was nothing to add.' : `Restored: ${what}.`) + known;
    },
    toShelves: 'See your shelves',
    pending: ({ madeAt, bytesRead, bytes }: PendingRestore): string =>
      `The restore of the backup of ${f.date(madeAt)} was cut short: ${f.bytes(bytesRead)} of ${f.bytes(bytes)} are read. Choose the same file, and it goes on where it stopped.`,
    discard: 'Discard what was read',
  },

  plain: {
    title: 'A plain copy',
    lead: 'To read, to count, to keep. It is not encrypted: whoever has the file can read it.',
    csv: 'Save as CSV',
    csvWhat: 'What you did, one event a line. For spreadsheets.',
    json: 'Save as JSON',
    jsonWhat: 'What you did, your settings, and what each catalogue is. For programs.',
    done: (name: string): string => `${name} is on its way to your downloads.`,
  },
};
