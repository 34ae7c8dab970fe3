import { counted } from './voice.ts';

const MINUTE = 60_000;

/** How long it still takes, in whole seconds or minutes, rounded up. */
const wait = (ms: number): string =>
  ms > MINUTE
    ? counted(Math.ceil(ms / MINUTE), 'minute', 'minutes')
    : counted(Math.max(1, Math.ceil(ms / 1000)), 'second', 'seconds');

/** A vault that asks for its passphrase. */
export const locked = {
  title: 'Locked',
  heading: 'The door is locked',
  lead: 'What you left here opens with your passphrase. It is checked on this device and sent nowhere.',
  passphrase: 'Passphrase',
  missing: 'Type your passphrase first.',
  unlock: 'Unlock',
  unlocking: 'Unlocking …',
  passkey: 'Unlock with a passkey',
  wrong:
    'That does not open it. Nothing is lost: look at capitals and the keyboard’s language, then try again.',
  wrongPasskey: 'This passkey does not open it; it may have been removed here. Use the passphrase.',
  wait: (ms: number): string => `Several wrong ones came in a row. You can try again in ${wait(ms)}.`,
  waitOver: 'You can try again.',
  forgotten: 'Forgotten it?',
  nobody: [
    'Then nobody can open this: not we, not the browser’s makers. There is no way to reset it, for nobody but you ever had the key.',
    'You can erase everything and begin anew. A backup can be brought back then, with the passphrase that it was given.',
  ] as readonly string[],
  opening: 'Opening the door',
};

/** A language is complete when it has this type. */
export type LockedWords = typeof locked;
