/** How the vault is locked, as far as that may be known before it is open. */
export interface LockFacts {
  /** Whether a passphrase is set. Without one the vault opens by itself in this browser profile. */
  readonly passphrase: boolean;
  readonly passkeys: readonly PasskeyFacts[];
  /** Wrong passphrases in a row. */
  readonly wrongTries: number;
  /** When the next passphrase is heard, ms since the epoch; 0: at once. */
  readonly nextTryAt: number;
}

/** What the browser has to be asked for to have a passkey's secret (WebAuthn, PRF extension). */
export interface PasskeyFacts {
  /** Id of the credential, at most 1023 bytes. */
  readonly credential: Uint8Array<ArrayBuffer>;
  /** Input of the PRF, 32 random bytes. */
  readonly prfInput: Uint8Array<ArrayBuffer>;
  /** ms since the epoch. */
  readonly addedAt: number;
}

/** A passkey that the browser has just made, with the first output of its PRF. */
export interface NewPasskey extends Omit<PasskeyFacts, 'addedAt'> {
  /** Output of the PRF, 32 bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** What opens a locked vault. */
export type Opener =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | {
      readonly kind: 'passkey';
      readonly credential: Uint8Array<ArrayBuffer>;
      /** Output of its PRF, 32 bytes. */
      readonly secret: Uint8Array<ArrayBuffer>;
    };
