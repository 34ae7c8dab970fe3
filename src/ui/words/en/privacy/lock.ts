import { locked } from '../locked.ts';
import { counted, f } from '../voice.ts';

const when = (at: number): string => `${f.date(at)}, ${f.time(at)}`;

export const lock = {
  title: 'Lock',
  lead: 'Without a passphrase, whoever uses this browser sees what you did. With one, they stay outside.',
  brief: (passphrase: boolean | null): string => {
    if (passphrase === null) return 'A passphrase, if you like';
    return passphrase ? 'Opens with your passphrase' : 'Opens by itself';
  },
  opening: 'Looking at the lock',

  passphrase: 'Passphrase',
  again: 'The same passphrase again',
  hint: 'At least 8 characters. Length is what counts: four or five words that do not belong together are easy to keep and hard to guess.',
  tooShort: 'It has fewer than 8 characters.',
  tooLong: 'It has more than 1024 characters.',
  differs: 'The two are not the same.',
  same: 'This is the passphrase that you have. Choose another one.',
  working: 'Turning it into a key …',

  set: {
    title: 'Set a passphrase',
    lead: 'From then on the shop opens with it only, also after a reload.',
    warning:
      'Remember it, or write it down where it is safe. Nobody can open the shop without it: we cannot either, and there is no way to reset it. A backup is a way back.',
    backup: 'Make a backup first',
    act: 'Set the passphrase',
  },
  done: {
    set: 'Set. The shop opens with your passphrase from now on.',
    changed: 'Changed. The old passphrase opens nothing any more.',
    removed: 'Removed. The shop opens by itself in this browser.',
    added: 'The passkey opens the shop from now on.',
    revoked:
      'Removed. That passkey opens nothing here any more; whatever keeps your passkeys may still list it.',
  },

  now: {
    title: 'Lock it',
    lead: 'Every tab puts away what it shows, and asks for the passphrase.',
    act: 'Lock now',
    after: 'Lock by itself',
    minutes: (minutes: number): string =>
      minutes === 0 ? 'Never' : `After ${counted(minutes, 'minute', 'minutes')} without you`,
    counts: 'What you do in any tab of the shop counts for all of them.',
  },

  passkeys: {
    title: 'Passkeys',
    lead: 'A fingerprint, a face or a security key in place of typing. Your passphrase goes on working.',
    none: 'None yet.',
    notHere: 'This browser, or this address, cannot use passkeys for it.',
    name: (at: number): string => `Added ${when(at)}`,
    add: 'Add a passkey',
    addLead: 'Your passphrase shows that it is you. Then the browser asks for the passkey.',
    asking: 'Waiting for the browser …',
    remove: 'Remove',
    removeOf: (at: number): string => `Remove the passkey of ${when(at)}`,
  },

  change: {
    title: 'Passphrase',
    lead: 'Another passphrase for the same key: nothing that is stored has to be encrypted anew, and passkeys go on working.',
    open: 'Change the passphrase',
    next: 'New passphrase',
    nextAgain: 'The new passphrase again',
    act: 'Change it',
  },
  remove: {
    open: 'Remove the passphrase',
    title: 'Remove the passphrase?',
    lead: 'The shop opens by itself again, for whoever uses this browser. What is stored stays encrypted. Passkeys go with the passphrase.',
    act: 'Remove it',
    keep: 'Keep it',
  },

  proof: {
    current: 'Your passphrase now',
    missing: 'Type your passphrase first.',
    wrong: 'That is not the passphrase. Nothing has changed.',
    wrongPasskey: locked.wrongPasskey as string,
    passkey: 'Use a passkey instead',
    wait: locked.wait as (ms: number) => string,
    waitOver: locked.waitOver as string,
  },
};
