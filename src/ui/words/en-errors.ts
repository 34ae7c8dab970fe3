import type { ErrorCode } from '../../domain/errors.ts';

/** What happened, what is safe, what to do. */
export interface ErrorWords {
  readonly what: string;
  readonly safe: string;
  readonly remedy: string;
}

const kept = 'Your history and the open catalogue are as they were.';
const feedKept = 'Your history is safe, and the last trained model still fills the shelves.';
const reload = 'Reload the page. If it happens again, the line below says what to report.';

export const enErrors: Readonly<Record<ErrorCode, ErrorWords>> = {
  'shape/mismatch': {
    what: 'The model and the catalogue do not fit each other.',
    safe: kept,
    remedy: 'Train again.',
  },
  'argument/range': {
    what: 'The shop was asked for something that does not exist.',
    safe: kept,
    remedy: reload,
  },
  'model/none': {
    what: 'No model is trained for this catalogue yet.',
    safe: 'The shelves show what is popular until then.',
    remedy: 'Press Train.',
  },
  'model/unsupported': { what: 'This model cannot do that.', safe: kept, remedy: 'Train again, then retry.' },
  'home/unavailable': {
    what: 'The address asks for a place to compute that this browser does not have.',
    safe: kept,
    remedy: 'Remove “home=…” from the address; the shop then picks what works here.',
  },
  'home/lost': {
    what: 'The graphics card was lost and did not come back.',
    safe: feedKept,
    remedy: 'Reload the page. Closing other tabs that use the graphics card can help.',
  },
  'training/cancelled': {
    what: 'Training was stopped.',
    safe: feedKept,
    remedy: 'Press Train when you like.',
  },
  'training/busy': {
    what: 'A training is already running.',
    safe: kept,
    remedy: 'Wait for it, or cancel it.',
  },
  'training/no-data': {
    what: 'There is nothing to learn from in this catalogue.',
    safe: kept,
    remedy: 'Open another catalogue under Data, or import a larger log.',
  },
  'training/diverged': {
    what: 'The training went astray: its numbers outgrew what can be computed with.',
    safe: feedKept,
    remedy: 'Lower the learning rate and train again; where there is none, raise the restraint.',
  },
  'checkpoint/format': {
    what: 'A stored model is damaged and was set aside.',
    safe: 'Your history is safe; it is not part of the model.',
    remedy: 'Press Train to make a new one.',
  },
  'checkpoint/version': {
    what: 'A stored model was written by a newer version of this page.',
    safe: 'Your history is safe.',
    remedy: 'Reload to get the newer version, or train again.',
  },
  'checkpoint/mismatch': {
    what: 'A stored model belongs to another catalogue.',
    safe: 'Your history is safe.',
    remedy: 'Press Train to make one for this catalogue.',
  },
  'lab/not-comparable': {
    what: 'These two runs were not measured on the same users.',
    safe: 'Both stay on the board as they are.',
    remedy: 'Run one of them again with the protocol and the seed of the other, on the same data.',
  },
  'lab/unknown-run': {
    what: 'This run is not stored here any more.',
    safe: kept,
    remedy: 'Look at the board again; another tab may have removed it.',
  },
  'lab/not-a-model': {
    what: 'This file is not a model that Homebody wrote, or it is damaged.',
    safe: 'Nothing was stored; the board is as it was.',
    remedy: 'Choose a .safetensors file that the lab or the command line wrote.',
  },
  'lab/other-catalogue': {
    what: 'This model was made for other data than the catalogue that is open.',
    safe: 'Nothing was stored; the board is as it was.',
    remedy: 'Open the catalogue that it was trained on under Data, then import it again.',
  },
  'import/unknown-format': {
    what: 'These files are in no format that the shop can read.',
    safe: kept,
    remedy:
      'Bring the MovieLens zip, or its ratings and movies files together; or a CSV whose first line names a column of people and one of things, such as “customer” and “product”.',
  },
  'import/missing-file': {
    what: 'A file that belongs to the others is missing.',
    safe: kept,
    remedy: 'Choose the ratings and the movies file together, or the whole zip.',
  },
  'import/damaged': {
    what: 'The file is cut short or damaged and cannot be opened.',
    safe: kept,
    remedy: 'Download it again and compare its size with the source.',
  },
  'import/no-rows': {
    what: 'The file can be read, but not one row in it can be used.',
    safe: kept,
    remedy: 'Look whether it is the right file, and whether it is empty.',
  },
  'import/too-many-bad-rows': {
    what: 'Most rows cannot be used. The columns are probably separated by another character than the format says.',
    safe: kept,
    remedy: 'Compare the first lines with the format’s own description and import again.',
  },
  'import/too-large': {
    what: 'This is more than a browser tab can hold.',
    safe: kept,
    remedy: 'Bring a smaller part of it.',
  },
  'import/cancelled': {
    what: 'The import was stopped.',
    safe: kept,
    remedy: 'Start it again when you like.',
  },
  'vault/locked': {
    what: 'The shop is locked.',
    safe: 'What is stored is still there, and nobody can read it.',
    remedy: 'Unlock it with your passphrase or a passkey.',
  },
  'vault/wrong-passphrase': {
    what: 'That does not open it.',
    safe: 'Nothing is lost or changed.',
    remedy: 'Look at capitals and the keyboard’s language, then try again.',
  },
  'vault/too-soon': {
    what: 'Several wrong passphrases came in a row, so the next one has to wait.',
    safe: 'Nothing is lost or changed.',
    remedy: 'Try again when the time is over.',
  },
  'vault/keyring': {
    what: 'What is stored cannot be opened: its key is damaged, was changed, or belongs to another browser profile.',
    safe: 'It is still there, and nobody can read it.',
    remedy: 'Use the profile in which it was made, or erase everything and restore a backup.',
  },
  'passkey/refused': {
    what: 'The passkey was not used: it was cancelled, or took too long.',
    safe: 'Nothing has changed.',
    remedy: 'Try again, or use the passphrase.',
  },
  'passkey/unsupported': {
    what: 'This passkey cannot open a vault: it gives out no secret (PRF).',
    safe: 'Nothing has changed.',
    remedy: 'Use another one, or the passphrase alone.',
  },
  'vault/damaged': {
    what: 'A stored record cannot be decrypted: it was changed or damaged.',
    safe: 'The other records are untouched.',
    remedy: 'Reload the page. Privacy lists what is damaged; you can discard it there.',
  },
  'vault/blocked': {
    what: 'Another tab of this shop holds an older version of the database open.',
    safe: kept,
    remedy: 'Close the other tabs, then reload this one.',
  },
  'vault/closed': {
    what: 'The database was closed while this page was open: erased, or taken over by a newer version in another tab.',
    safe: 'What was recorded until then is recorded.',
    remedy: 'Reload the page.',
  },
  'vault/quota': {
    what: 'The browser gives the shop no more room.',
    safe: 'What was stored before is untouched; the last thing was not stored.',
    remedy: 'Remove a catalogue under Data, or free some disk space.',
  },
  'vault/unavailable': {
    what: 'This browser does not let the page store anything. Private windows often forbid it.',
    safe: 'Nothing was stored, so nothing can be lost.',
    remedy: 'Open the page in a normal window.',
  },
  'vault/erasing': {
    what: 'An erasing was begun and has not come to its end.',
    safe: 'The keys are gone: nobody can read what is left.',
    remedy: 'Reload the page: it goes on by itself.',
  },
  'vault/held': {
    what: 'Another tab of this shop does not let go of what is stored.',
    safe: 'The keys are gone: nobody can read what is left.',
    remedy: 'Close the other tabs, then reload this one: it goes on by itself.',
  },
  'vault/erased': {
    what: 'Everything was erased, in another tab.',
    safe: 'Nothing is stored here any more.',
    remedy: 'Reload the page to begin anew.',
  },
  'backup/format': {
    what: 'This file is not a backup of this shop.',
    safe: kept,
    remedy: 'Choose a file whose name ends in .hbbackup.',
  },
  'backup/version': {
    what: 'This backup was made by a newer version of the shop.',
    safe: kept,
    remedy: 'Reload the page to get the newest version, then try again.',
  },
  'backup/damaged': {
    what: 'This backup is damaged: a part is missing or was changed.',
    safe: kept,
    remedy: 'Copy the file again from where it was kept, or use another backup.',
  },
  'backup/passphrase': {
    what: 'This passphrase does not open the backup.',
    safe: kept,
    remedy: 'Look at capitals and the keyboard’s language. It is the passphrase chosen for the backup.',
  },
  'backup/busy': {
    what: 'A backup or a restoring is under way already.',
    safe: kept,
    remedy: 'Wait for it, or cancel it.',
  },
  'backup/cancelled': { what: 'It was stopped.', safe: kept, remedy: 'Begin again when you like.' },
  'vault/unknown-catalogue': {
    what: 'This catalogue is no longer on the device.',
    safe: 'The others are untouched.',
    remedy: 'Choose another under Data.',
  },
  'vault/unknown-event': {
    what: 'This event had already been taken back.',
    safe: kept,
    remedy: 'Nothing needs doing.',
  },
  'worker/died': {
    what: 'A part of the shop stopped and was started again.',
    safe: 'Everything that was recorded is safe.',
    remedy: 'Do again what you did last; reload the page if it stays quiet.',
  },
  internal: {
    what: 'A fault of ours got in the way.',
    safe: 'Everything that was recorded is safe.',
    remedy: reload,
  },
};
