import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { lockAfterOf } from '../../client/lock-state.ts';
import type { Lock, LockActions, LockState, Proof } from '../../client/lock-state.ts';
import type { HomebodyState } from '../../client/state.ts';
import type { LockFacts } from '../../domain/lock.ts';
import { HomebodyError } from '../../domain/errors.ts';

export interface FakeLockParts {
  readonly store: StoreApi<HomebodyState>;
  readonly calls: string[];
  /** What is shown once it is unlocked. */
  readonly opened: HomebodyState;
}

/** The only passphrase that opens a fake vault that is locked from the start. */
export const PASSPHRASE = 'three quiet lamps';

const bytes = (fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(fill);

/** The lock, with nothing behind it: a wrong passphrase waits from the second on. */
export function fakeLock({ store: shop, calls, opened }: FakeLockParts): Lock {
  let passphrase = shop.getState().phase === 'locked' ? PASSPHRASE : null;
  let facts: LockFacts = {
    passphrase: passphrase !== null,
    passkeys: passphrase === null ? [] : [passkey(1)],
    wrongTries: 0,
    nextTryAt: 0,
  };
  const store = createStore<LockState>(() => ({
    facts: null,
    passkeysHere: true,
    lockAfter: lockAfterOf({}),
  }));
  const show = (patch: Partial<LockFacts>): void => {
    facts = { ...facts, ...patch };
    store.setState({ facts });
  };
  const prove = (proof: Proof): void => {
    if (proof === 'passkey' || proof.passphrase === passphrase) {
      show({ wrongTries: 0, nextTryAt: 0 });
      return;
    }
    const wrongTries = facts.wrongTries + 1;
    show({ wrongTries, nextTryAt: wrongTries > 1 ? Date.now() + 5_000 : 0 });
    throw new HomebodyError('vault/wrong-passphrase', 'This does not open the vault.');
  };
  const actions: LockActions = {
    look: async () => store.setState({ facts }),
    async unlock(proof) {
      calls.push('unlock');
      prove(proof);
      shop.setState({ ...opened, phase: 'ready' });
    },
    lockNow: async () => void calls.push('lockNow'),
    async setPassphrase(next) {
      calls.push('setPassphrase');
      passphrase = next;
      show({ passphrase: true });
    },
    async changePassphrase(proof, next) {
      calls.push('changePassphrase');
      prove(proof);
      passphrase = next;
    },
    async removePassphrase(proof) {
      calls.push('removePassphrase');
      prove(proof);
      passphrase = null;
      show({ passphrase: false, passkeys: [] });
    },
    async addPasskey(proof) {
      calls.push('addPasskey');
      prove(proof);
      show({ passkeys: [...facts.passkeys, passkey(facts.passkeys.length + 1)] });
    },
    async removePasskey(gone) {
      calls.push('removePasskey');
      show({ passkeys: facts.passkeys.filter((one) => one.credential !== gone.credential) });
    },
    async lockAfter(minutes) {
      calls.push(`lockAfter ${minutes}`);
      store.setState({ lockAfter: minutes });
    },
  };
  return { store, actions };
}

function passkey(n: number): LockFacts['passkeys'][number] {
  return { credential: bytes(n), prfInput: bytes(n), addedAt: Date.UTC(2026, 2, n) };
}
