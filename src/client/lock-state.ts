import type { StoreApi } from 'zustand/vanilla';
import type { LockFacts, PasskeyFacts } from '../domain/lock.ts';

/** Every field is replaced, never mutated. */
export interface LockState {
  /** Null before `look`. Followed from then on. */
  readonly facts: LockFacts | null;
  /** Whether this browser can make passkeys that give out a secret, as far as it says. */
  readonly passkeysHere: boolean;
  /** Minutes without an act, in any tab, after which a vault with a passphrase is locked; 0: never. */
  readonly lockAfter: number;
}

/** What shows that it is the visitor who changes the lock: the passphrase, or a passkey, which the browser then asks for. */
export type Proof = { readonly passphrase: string } | 'passkey';

/**
 * What the visitor can do with the lock. All reject with HomebodyError, to be told beside what was asked for: the codes of
 * `LockApi`, and with a passkey 'passkey/refused' and 'passkey/unsupported'.
 */
export interface LockActions {
  look(): Promise<void>;
  /** The page opens then. */
  unlock(proof: Proof): Promise<void>;
  /** Locks all tabs: each is loaded anew, and starts locked. */
  lockNow(): Promise<void>;
  setPassphrase(passphrase: string): Promise<void>;
  changePassphrase(proof: Proof, passphrase: string): Promise<void>;
  removePassphrase(proof: Proof): Promise<void>;
  /** The browser asks for the new passkey; it is kept where `proof` is right. */
  addPasskey(proof: Proof): Promise<void>;
  removePasskey(passkey: PasskeyFacts): Promise<void>;
  /** Minutes; 0: never. */
  lockAfter(minutes: number): Promise<void>;
}

/** The lock of the vault, in the visitor's own hands. Fetched at the first use. */
export interface Lock {
  readonly store: StoreApi<LockState>;
  readonly actions: LockActions;
}

/** What may be chosen, minutes. */
export const LOCK_AFTER_CHOICES: readonly number[] = [1, 5, 15, 60, 0];
export const LOCK_AFTER_SETTING = 'lockAfter';
const LOCK_AFTER_AT_FIRST = 15;

/** As it is set, or as it is at first. */
export function lockAfterOf(settings: Readonly<Record<string, unknown>>): number {
  const set = settings[LOCK_AFTER_SETTING];
  return typeof set === 'number' && set >= 0 ? set : LOCK_AFTER_AT_FIRST;
}
