import { HomebodyError } from '../domain/errors.ts';
import type { NewPasskey, PasskeyFacts } from '../domain/lock.ts';

export interface PasskeySecret {
  readonly credential: Uint8Array<ArrayBuffer>;
  /** Output of the PRF, 32 bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

type Known = Pick<PasskeyFacts, 'credential' | 'prfInput'>;

const TIMEOUT_MS = 120_000;
/** COSE: ES256, EdDSA, RS256. Nobody verifies the signature; the authenticator wants to know which it would make. */
const ALGORITHMS = [-7, -8, -257] as const;

/** Whether passkeys may work here. Browsers that do not say are taken at their word when they are asked. */
export async function hasPasskeys(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || isAddress(location.hostname)) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  return capabilities?.['extension:prf'] ?? true;
}

/** Makes a passkey for this host, with the first output of its PRF. @throws 'passkey/refused' · 'passkey/unsupported' */
export async function createPasskey(known: readonly Known[]): Promise<NewPasskey> {
  const prfInput = random(32);
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { id: location.hostname, name: 'Homebody' },
        user: { id: random(16), name: 'Homebody', displayName: 'Homebody' },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        excludeCredentials: known.map(({ credential }) => ({ type: 'public-key', id: credential })),
        extensions: { prf: { eval: { first: prfInput } } },
        timeout: TIMEOUT_MS,
      },
    }),
  );
  const credential = new Uint8Array(made.rawId);
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) {
    forgetPasskey(credential);
    throw unsupported();
  }
  // Many authenticators make the passkey first, and let it be used only when asked once more.
  const first = prf.results?.first;
  const { secret } = first ? { secret: bytesOf(first) } : await passkeySecret([{ credential, prfInput }]);
  return { credential, prfInput, secret };
}

/** What the PRF of one of these passkeys gives. @throws 'passkey/refused' · 'passkey/unsupported' */
export async function passkeySecret(known: readonly Known[]): Promise<PasskeySecret> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        rpId: location.hostname,
        allowCredentials: known.map(({ credential }) => ({ type: 'public-key', id: credential })),
        userVerification: 'required',
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              known.map(({ credential, prfInput }) => [base64Url(credential), { first: prfInput }]),
            ),
          },
        },
        timeout: TIMEOUT_MS,
      },
    }),
  );
  const first = used.getClientExtensionResults().prf?.results?.first;
  if (!first) throw unsupported();
  return { credential: new Uint8Array(used.rawId), secret: bytesOf(first) };
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  let credential: Credential | null;
  try {
    credential = await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    // WebAuthn Level 3, 5.1.3 and 5.1.4: which errors mean that the person, or the browser, ended it.
    if (name === 'NotAllowedError' || name === 'AbortError' || name === 'InvalidStateError') {
      throw new HomebodyError('passkey/refused', 'The browser gave no passkey.', {
        remedy: 'Try again, or use the passphrase.',
        cause: error,
      });
    }
    throw unsupported(error);
  }
  if (credential instanceof PublicKeyCredential) return credential;
  throw unsupported();
}

const unsupported = (cause?: unknown): HomebodyError =>
  new HomebodyError('passkey/unsupported', 'This passkey gives out no secret (PRF extension).', {
    remedy: 'Use the passphrase, or another authenticator.',
    cause,
  });

/** Lets the authenticator hide a passkey that nothing here knows, where the browser passes that on: a courtesy. */
export function forgetPasskey(credential: Uint8Array<ArrayBuffer>): void {
  PublicKeyCredential.signalUnknownCredential?.({
    rpId: location.hostname,
    credentialId: base64Url(credential),
  }).catch(() => {});
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

const bytesOf = (source: BufferSource): Uint8Array<ArrayBuffer> =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A passkey belongs to a name; an address of numbers has none. */
const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host);
