import { HomebodyError } from '../../domain/errors.ts';
import type { LockFacts, NewPasskey, Opener } from '../../domain/lock.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { LockApi } from '../../protocol/lock-api.ts';
import type { LockPage } from '../lock-page.ts';
import type { FakeVault } from './fake-vault.ts';

const bytes = (fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(fill);

/** The lock of a fake vault, for as many tabs as open it: passkeys are known by the first byte of their secret. */
export class FakeLock {
  readonly #vault: FakeVault;

  constructor(vault: FakeVault) {
    this.#vault = vault;
  }

  readonly api: LockApi = {
    lockFacts: () => outcomeOf(() => this.#facts()),
    unlock: (opener) => this.#opened(opener, () => null, true),
    checkOpener: (opener) => this.#opened(opener, () => null),
    setPassphrase: (passphrase) =>
      outcomeOf(() => {
        this.#vault.passphrase = passphrase;
        return this.#facts();
      }),
    changePassphrase: (opener, passphrase) =>
      this.#opened(opener, () => {
        this.#vault.passphrase = passphrase;
        return this.#facts();
      }),
    removePassphrase: (opener) =>
      this.#opened(opener, () => {
        this.#vault.passphrase = null;
        this.#vault.passkeys = [];
        return this.#facts();
      }),
    addPasskey: (opener, passkey, now) =>
      this.#opened(opener, () => {
        this.#vault.passkeys = [...this.#vault.passkeys, { ...passkey, addedAt: now }];
        return this.#facts();
      }),
    removePasskey: (credential) =>
      outcomeOf(() => {
        this.#vault.passkeys = this.#vault.passkeys.filter((one) => one.credential[0] !== credential[0]);
        return this.#facts();
      }),
    lock: () =>
      outcomeOf(() => {
        this.#vault.calls.push('lock');
        return null;
      }),
  };

  #opened<T>(opener: Opener, then: () => T, open: boolean = false): Promise<Outcome<T>> {
    return outcomeOf(() => {
      const { passphrase, passkeys } = this.#vault;
      const isRight =
        opener.kind === 'passphrase'
          ? opener.passphrase === passphrase
          : passkeys.some(({ secret }) => secret[0] === opener.secret[0]);
      this.#vault.wrongTries = isRight ? 0 : this.#vault.wrongTries + 1;
      if (!isRight) throw new HomebodyError('vault/wrong-passphrase', 'Wrong.');
      if (open) this.#vault.unlocked = true;
      return then();
    });
  }

  #facts(): LockFacts {
    const { passphrase, passkeys, wrongTries } = this.#vault;
    return {
      passphrase: passphrase !== null,
      passkeys: passkeys.map(({ credential, prfInput, addedAt }) => ({ credential, prfInput, addedAt })),
      wrongTries,
      nextTryAt: wrongTries > 3 ? 5_000 : 0,
    };
  }
}

/** What the lock needs of the page, in the hands of a test. */
export class FakeLockPage implements LockPage {
  reloads = 0;
  doorLocked: boolean | null = null;
  forgotten: Uint8Array[] = [];
  /** Set to let the browser give no passkey. */
  failure: HomebodyError | null = null;
  onAct: () => void = () => {};
  onSeen: () => void = () => {};
  #made = 0;

  async hasPasskeys(): Promise<boolean> {
    return true;
  }

  async createPasskey(): Promise<NewPasskey> {
    if (this.failure) throw this.failure;
    const n = ++this.#made;
    return { credential: bytes(n), prfInput: bytes(n), secret: bytes(n) };
  }

  async passkeySecret(known: readonly { readonly credential: Uint8Array<ArrayBuffer> }[]): Promise<{
    credential: Uint8Array<ArrayBuffer>;
    secret: Uint8Array<ArrayBuffer>;
  }> {
    if (this.failure) throw this.failure;
    const { credential } = known[0]!;
    return { credential, secret: credential };
  }

  keepDoor(locked: boolean): void {
    this.doorLocked = locked;
  }

  forgetPasskey(credential: Uint8Array): void {
    this.forgotten.push(credential);
  }

  reload(): void {
    this.reloads += 1;
  }

  watch(onAct: () => void, onSeen: () => void): void {
    this.onAct = onAct;
    this.onSeen = onSeen;
  }
}
