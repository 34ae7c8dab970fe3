import { counted, f } from '../voice.ts';

export const stored = {
  title: 'What is stored',
  lead: 'Everything that the shop keeps on this device. Each record is encrypted before it is written.',
  brief: (events: number, bytes: number): string =>
    events === 0
      ? `Nothing that you did; ${f.bytes(bytes)} in all`
      : `${counted(events, 'event', 'events')}, ${f.bytes(bytes)}`,
  store: 'Store',
  records: 'Records',
  size: 'Size',
  total: 'Together',
  groups: {
    yours: 'Yours',
    shop: 'The shop’s',
    frame: 'What holds it together',
  },
  stores: {
    events: {
      name: 'What you did',
      what: 'What you looked at, liked, turned down, took or bought, and when.',
    },
    settings: {
      name: 'Settings',
      what: 'How adventurous the shelves are, what you do not want to see, when it locks.',
    },
    lab: { name: 'Runs and studies of the lab', what: 'What you tried there, and how well it did.' },
    labChunks: { name: 'Models of the lab', what: 'What those runs learned, in pieces.' },
    catalogues: { name: 'Catalogues', what: 'The name and size of each shop.' },
    catalogueChunks: {
      name: 'Things and logs',
      what: 'What is in each shop, and what other people made of it, in pieces.',
    },
    checkpoints: {
      name: 'Trained models',
      what: 'What was learned from those logs. Nothing of yours is in it.',
    },
    checkpointChunks: {
      name: 'Contents of the models',
      what: 'The numbers that they consist of, in pieces.',
    },
    restores: { name: 'Restores cut short', what: 'What was read of a backup so far.' },
    manifest: {
      name: 'Seals',
      what: 'By which a record that was changed, swapped or put back is found out.',
    },
    head: { name: 'Counters', what: 'How many changes there were. Numbers only.' },
    keys: { name: 'Keys', what: 'The key to all the rest, itself locked.' },
  } as Readonly<Record<string, { readonly name: string; readonly what: string }>>,
  clear: 'not encrypted',
  listOf: (records: number, bytes: number, inTheClear: boolean): string =>
    `${counted(records, 'record', 'records')}, ${f.bytes(bytes)}, ${inTheClear ? 'not encrypted' : 'encrypted'}.`,
  toHistory: 'See it with pictures, and take any of it back',
  number: (value: number): string => f.number(value),
  bytes: (value: number): string => f.bytes(value),
  beside: 'What is not in it',
  besideText:
    'Besides these, the browser keeps the app itself, how you want it to look, which language it speaks, that you have been greeted, that you know how to swipe, and the list of requests under “What left the device”, unencrypted. Its own history lists the places you looked at, as it does for any page.',
  persisted: 'Will it be kept?',
  persistedYes: 'Yes. The browser has promised not to clear it to make room.',
  persistedNo:
    'The browser may clear it when the disk is nearly full. It did not give the promise we asked for.',
  persistedUnknown:
    'There is nothing to keep yet. When you first like, turn down or take something, the browser is asked to promise that it will not clear it.',
  persistedNotYet:
    'The browser has not promised it, so it may clear this when the disk is nearly full. It is asked again with the next thing that you like, turn down or take.',
  offlineReady: 'Everything the shop needs is on this device: it opens without a network.',
};
