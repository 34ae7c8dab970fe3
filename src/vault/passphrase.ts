import { HomebodyError } from '../domain/errors.ts';
import {
  isNewPassphrase,
  LONGEST_PASSPHRASE,
  normalPassphrase,
  passphraseLength,
} from '../domain/passphrase.ts';

/** What a passphrase costs to try: Argon2id, version 0x13 (RFC 9106). */
export interface PassphraseCost {
  /** KiB of memory. */
  readonly memoryKiB: number;
  /** Passes over it. */
  readonly passes: number;
  /** Lanes. */
  readonly lanes: number;
}

/** Argon2id of `password` (UTF-8) under `salt`: `length` bytes. The caller brings one; this folder has none. */
export type Argon2id = (
  password: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  cost: PassphraseCost,
  length: number,
) => Promise<Uint8Array<ArrayBuffer>>;

/** OWASP Password Storage Cheat Sheet: the least that Argon2id should cost. */
export const LEAST_COST: PassphraseCost = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };

/** As long as a person waits for a door without wondering. */
const WANTED_MS = 500;
/** A phone may refuse a tab more than a small multiple of this. */
const MOST_CALIBRATED_KIB = 64 * 1024;
const MOST_CALIBRATED_PASSES = 12;

/**
 * Bounds of what a stored wrap may ask for. Whoever can write to the browser's profile could otherwise make the
 * page eat all memory, or never end, at the next try. Lower bounds are those of Argon2 itself: a cheaper wrap than
 * ours opens nothing, since it gives another key.
 */
const MOST: PassphraseCost = { memoryKiB: 256 * 1024, passes: 32, lanes: 4 };
/** KiB × passes: about 16 s on a slow phone. */
const MOST_WORK_KIB = 2 * 1024 * 1024;

const SALT_BYTES = 16;
const KEY_BYTES = 32;

/**
 * A cost that takes about half a second where the least one takes `msOfLeast`, above 0: memory first, then passes.
 * @throws 'argument/range'
 */
export function costFor(msOfLeast: number): PassphraseCost {
  const { memoryKiB, passes, lanes } = LEAST_COST;
  if (!(msOfLeast > 0)) {
    throw new HomebodyError('argument/range', 'The time of the least cost is positive.', {
      detail: { field: 'msOfLeast', value: msOfLeast, range: 'above 0' },
    });
  }
  const times = WANTED_MS / msOfLeast;
  const memory = Math.round(Math.min(Math.max(1, times) * memoryKiB, MOST_CALIBRATED_KIB));
  const wantedPasses = Math.round((times * memoryKiB * passes) / memory);
  return {
    memoryKiB: memory,
    passes: Math.min(Math.max(passes, wantedPasses), MOST_CALIBRATED_PASSES),
    lanes,
  };
}

/** Tries the least cost once and says what to take. `now`: ms, of any origin. */
export async function calibrateCost(argon2id: Argon2id, now: () => number): Promise<PassphraseCost> {
  const salt = new Uint8Array(SALT_BYTES);
  // The first call also fetches and compiles the code.
  await argon2id(salt, salt, { memoryKiB: 8, passes: 1, lanes: 1 }, KEY_BYTES);
  const start = now();
  await argon2id(salt, salt, LEAST_COST, KEY_BYTES);
  return costFor(Math.max(1, now() - start));
}

export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

/** Whether a stored cost may be paid. */
export function isSaneCost(cost: unknown): cost is PassphraseCost {
  if (typeof cost !== 'object' || cost === null) return false;
  const { memoryKiB, passes, lanes } = cost as Readonly<Record<keyof PassphraseCost, unknown>>;
  return (
    within(lanes, 1, MOST.lanes) &&
    within(passes, 1, MOST.passes) &&
    within(memoryKiB, 8 * lanes, MOST.memoryKiB) &&
    memoryKiB * passes <= MOST_WORK_KIB
  );
}

/** @throws 'argument/range' when a new passphrase is too short, or longer than any that is typed */
export function checkPassphrase(passphrase: string): void {
  if (isNewPassphrase(passphrase)) return;
  throw new HomebodyError('argument/range', 'A passphrase has 8 to 1024 characters.', {
    detail: { field: 'passphrase', length: passphraseLength(passphrase) },
  });
}

/** The AES-KW key of a passphrase: 256 bits, not extractable. `cost` has been checked. */
export async function passphraseKey(
  argon2id: Argon2id,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  cost: PassphraseCost,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normalPassphrase(passphrase).slice(0, 4 * LONGEST_PASSPHRASE));
  const secret = await argon2id(typed, salt, cost, KEY_BYTES);
  const key = await crypto.subtle.importKey('raw', secret, 'AES-KW', false, ['wrapKey', 'unwrapKey']);
  typed.fill(0);
  secret.fill(0);
  return key;
}

const within = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
