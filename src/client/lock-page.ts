import type { NewPasskey, PasskeyFacts } from '../domain/lock.ts';
import { createPasskey, forgetPasskey, hasPasskeys, passkeySecret } from './passkeys.ts';
import type { PasskeySecret } from './passkeys.ts';

/** What the lock needs of the page. */
export interface LockPage {
  /** Whether this browser can make passkeys that give out a secret, as far as it says. */
  hasPasskeys(): Promise<boolean>;
  /**
   * Asks for a new passkey, on another authenticator than those of `known`.
   * @throws 'passkey/refused' · 'passkey/unsupported'
   */
  createPasskey(known: readonly PasskeyFacts[]): Promise<NewPasskey>;
  /** Asks for one of `known`. @throws 'passkey/refused' · 'passkey/unsupported' */
  passkeySecret(known: readonly Pick<PasskeyFacts, 'credential' | 'prfInput'>[]): Promise<PasskeySecret>;
  /** Tells the authenticator, where the browser passes it on, that nothing here knows a passkey any more. */
  forgetPasskey(credential: Uint8Array<ArrayBuffer>): void;
  /** Keeps for the first frame of the next visit whether it begins before a locked door (`src/ui/shell/boot.js`). */
  keepDoor(locked: boolean): void;
  reload(): void;
  /** `onAct`: whatever the visitor does with the page. `onSeen`: it is looked at again. */
  watch(onAct: () => void, onSeen: () => void): void;
}

const DOOR = 'homebody.door';

const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

export const lockPage: LockPage = {
  hasPasskeys,
  createPasskey,
  passkeySecret,
  forgetPasskey,
  keepDoor(locked) {
    try {
      if (locked) localStorage.setItem(DOOR, 'locked');
      else localStorage.removeItem(DOOR);
    } catch (error) {
      // Where storage is forbidden, the shop's first frame comes before its door.
      if (!(error instanceof DOMException)) throw error;
    }
  },
  reload: () => location.reload(),
  watch(onAct, onSeen) {
    for (const act of ACTS) document.addEventListener(act, onAct, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onSeen);
    globalThis.addEventListener('focus', onSeen);
    // A page that the browser had put away with all that it showed.
    globalThis.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
  },
};
