import type { LockFacts, NewPasskey, Opener } from '../domain/lock.ts';
import type { Outcome } from '../domain/outcome.ts';

/**
 * What locks and unlocks the vault. `now`: ms since the epoch. Whatever takes an opener fails with
 * 'vault/wrong-passphrase', 'vault/too-soon' and 'vault/keyring', and has then changed nothing but the count of wrong
 * tries. A new passphrase that is too short fails with 'argument/range'.
 */
export interface LockApi {
  /** Also while the vault is locked. Fails with 'vault/keyring' where the keyring is damaged. */
  lockFacts(): Promise<Outcome<LockFacts>>;
  /** The next `open` opens. */
  unlock(opener: Opener, now: number): Promise<Outcome<null>>;
  /** Whether the opener is right; nothing else happens. */
  checkOpener(opener: Opener, now: number): Promise<Outcome<null>>;
  /** From now on the vault opens with the passphrase only. Fails with 'vault/locked' where one is set. */
  setPassphrase(passphrase: string): Promise<Outcome<LockFacts>>;
  /** Another passphrase for the same data key: no record changes, passkeys stay. */
  changePassphrase(opener: Opener, passphrase: string, now: number): Promise<Outcome<LockFacts>>;
  /** The vault opens by itself again; passkeys go with the passphrase. */
  removePassphrase(opener: Opener, now: number): Promise<Outcome<LockFacts>>;
  /** Beside a passphrase only: who loses the passkey has that left. */
  addPasskey(opener: Opener, passkey: NewPasskey, now: number): Promise<Outcome<LockFacts>>;
  /** The passkey opens nothing from now on. Where it is unknown, nothing changes. */
  removePasskey(credential: Uint8Array<ArrayBuffer>): Promise<Outcome<LockFacts>>;
  /** Closes the vault once what is being written is written: it answers nothing until it is opened anew. */
  lock(): Promise<Outcome<null>>;
}
