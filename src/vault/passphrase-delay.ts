/** Wrong passphrases in a row: how many, and when the last one was, ms since the epoch. */
export interface WrongTries {
  readonly count: number;
  readonly at: number;
}

/** Slips of the finger cost nothing. */
const FREE_TRIES = 3;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/** How long to wait after so many wrong passphrases in a row, ms: 0, 0, 0, 5 s, 10 s, 20 s … 15 min. */
export function delayAfter(count: number): number {
  if (count <= FREE_TRIES) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_TRIES - 1), LONGEST_DELAY_MS);
}

/** When the next passphrase is heard, ms since the epoch; 0: at once. */
export function nextTryAt(tries: WrongTries | undefined): number {
  const delay = delayAfter(tries?.count ?? 0);
  return tries && delay > 0 ? tries.at + delay : 0;
}

/** How long to wait from `now`, ms. A clock that was set back does not make a visitor wait for it. */
export function waitLeft(tries: WrongTries | undefined, now: number): number {
  if (!tries || now < tries.at) return 0;
  return Math.max(0, nextTryAt(tries) - now);
}

/** With one more, now. */
export function oneMoreTry(tries: WrongTries | undefined, now: number): WrongTries {
  return { count: (tries?.count ?? 0) + 1, at: now };
}

/** Stored tries; none where they are not of this form, since somebody else wrote into the store. */
export function readTries(stored: unknown): WrongTries | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { count, at } = stored as Readonly<Record<keyof WrongTries, unknown>>;
  const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
  return isCount && typeof at === 'number' && Number.isFinite(at) ? { count, at } : undefined;
}
