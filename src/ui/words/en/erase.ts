import type { Erased } from '../../../client/state.ts';
import type { KeptThing } from '../../../domain/ownership.ts';
import { f } from './voice.ts';

export const erase = {
  act: 'Erase everything',
  title: 'Erase everything?',
  gone: 'From this browser goes all that the shop keeps in it, in all tabs: what you did, the catalogues you brought, the models, your settings, the keys, and the shop’s own copy.',
  final: 'It is final: only a backup brings anything back. Files that you saved stay where they are.',
  confirmWord: 'erase',
  confirm: 'Type “erase” to confirm',
  keep: 'Keep everything',
  erasing: 'Erasing: the keys first, then everything else …',
  done: {
    here: 'Nothing is left',
    'other-tab': 'Everything was erased, in another tab',
    earlier: 'The erasing has come to its end',
  } as Readonly<Record<Erased['where'], string>>,
  notDone: 'Something is still there',
  verified: 'Afterwards the browser was asked again what it keeps of this shop. This is what it said.',
  otherTab: 'The tab in which it was done shows what was found and what is left.',
  stillThere:
    'The keys are gone, so nobody can read what is left. Close the other tabs of this shop and open it anew: the erasing goes on by itself.',
  table: { what: 'Kept by this browser', before: 'Was there', after: 'Is there now' },
  places: {
    database: 'Databases',
    cache: 'Copies of the shop’s own files',
    file: 'Files in the browser’s own store',
    'service-worker': 'What opens the shop offline',
    'local-storage': 'Preferences',
    'session-storage': 'Notes of this visit',
  } as Readonly<Record<KeptThing['place'], string>>,
  number: (value: number): string => (value === 0 ? 'nothing' : f.number(value)),
  check: 'To look for yourself, open the browser’s developer tools and choose Application or Storage.',
  afresh: 'Open the shop anew',
  afreshHint:
    'Its own files are gone as well, so that takes a network. Or close this page: then only the browser’s own history and cache know that you were here.',
};
