/** Characters of a new passphrase (NIST SP 800-63B, 3.1.1.2: length is what counts; each code point is one). */
export const SHORTEST_PASSPHRASE = 8;
export const LONGEST_PASSPHRASE = 1024;

/** One passphrase has one form, whichever keyboard it was typed on (NIST SP 800-63B asks for NFKC or NFKD). */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

/** Code points. */
export const passphraseLength = (passphrase: string): number =>
  Array.from(normalPassphrase(passphrase)).length;

/** Whether it is long enough, and not longer than any that is typed. */
export function isNewPassphrase(passphrase: string): boolean {
  const length = passphraseLength(passphrase);
  return length >= SHORTEST_PASSPHRASE && length <= LONGEST_PASSPHRASE;
}
