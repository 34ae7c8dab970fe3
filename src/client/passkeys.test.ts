import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPasskey, forgetPasskey, hasPasskeys, passkeySecret } from './passkeys.ts';

const bytes = (fill: number, length = 32): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(fill);

/** What a browser gives for a passkey. */
class FakeCredential {
  static readonly getClientCapabilities = vi.fn(async (): Promise<Record<string, boolean>> => ({}));
  static readonly signalUnknownCredential = vi.fn(async () => undefined);
  readonly rawId: ArrayBuffer = bytes(0xfb, 16).buffer;
  readonly #prf: unknown;

  constructor(prf: unknown) {
    this.#prf = prf;
  }

  getClientExtensionResults(): unknown {
    return this.#prf === undefined ? {} : { prf: this.#prf };
  }
}

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
  vi.stubGlobal('navigator', { credentials: { create, get } });
  vi.stubGlobal('location', { hostname: 'shop.example' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe('a new passkey', () => {
  test('belongs to this host and is asked for a secret at once', async () => {
    create.mockResolvedValue(new FakeCredential({ enabled: true, results: { first: bytes(7).buffer } }));
    const known = [{ credential: bytes(1, 16), prfInput: bytes(2) }];
    const made = await createPasskey(known);
    const asked = create.mock.calls[0]![0].publicKey!;
    expect(asked).toMatchObject({
      rp: { id: 'shop.example' },
      authenticatorSelection: { userVerification: 'required' },
      excludeCredentials: [{ type: 'public-key', id: bytes(1, 16) }],
      extensions: { prf: { eval: { first: made.prfInput } } },
    });
    expect(made).toMatchObject({ credential: bytes(0xfb, 16), secret: bytes(7) });
    expect(made.prfInput).toHaveLength(32);
    expect(get).not.toHaveBeenCalled();
  });

  test('that gives its secret only when it is used is used', async () => {
    create.mockResolvedValue(new FakeCredential({ enabled: true }));
    get.mockResolvedValue(new FakeCredential({ results: { first: bytes(9) } }));
    const made = await createPasskey([]);
    expect(made.secret).toEqual(bytes(9));
    expect(get.mock.calls[0]![0].publicKey!.extensions).toEqual({
      // Base64url, without padding.
      prf: { evalByCredential: { '-_v7-_v7-_v7-_v7-_v7-w': { first: made.prfInput } } },
    });
  });

  test('without a secret is refused, and the authenticator told that nobody knows it', async () => {
    create.mockResolvedValue(new FakeCredential(undefined));
    await expect(createPasskey([])).rejects.toMatchObject({ code: 'passkey/unsupported' });
    expect(FakeCredential.signalUnknownCredential).toHaveBeenCalledWith({
      rpId: 'shop.example',
      credentialId: '-_v7-_v7-_v7-_v7-_v7-w',
    });
  });
});

test.each([
  ['NotAllowedError', 'passkey/refused'],
  ['AbortError', 'passkey/refused'],
  ['InvalidStateError', 'passkey/refused'],
  ['SecurityError', 'passkey/unsupported'],
  ['NotSupportedError', 'passkey/unsupported'],
])('%s of the browser is %s', async (name, code) => {
  get.mockRejectedValue(new DOMException('no', name));
  await expect(passkeySecret([])).rejects.toMatchObject({ code });
});

test('no passkey, and one without a secret, open nothing', async () => {
  get.mockResolvedValueOnce(null).mockResolvedValueOnce(new FakeCredential({}));
  await expect(passkeySecret([])).rejects.toMatchObject({ code: 'passkey/unsupported' });
  await expect(passkeySecret([])).rejects.toMatchObject({ code: 'passkey/unsupported' });
});

test('are offered unless the browser says that it cannot, has none, or the host has no name', async () => {
  FakeCredential.getClientCapabilities.mockResolvedValueOnce({ 'extension:prf': false });
  expect(await hasPasskeys()).toBe(false);
  FakeCredential.getClientCapabilities.mockResolvedValue({});
  expect(await hasPasskeys()).toBe(true);
  for (const hostname of ['127.0.0.1', '[::1]']) {
    vi.stubGlobal('location', { hostname });
    expect(await hasPasskeys()).toBe(false);
  }
  vi.unstubAllGlobals();
  vi.stubGlobal('location', { hostname: 'shop.example' });
  expect(await hasPasskeys()).toBe(false);
});

test('a browser that passes nothing on to the authenticator is no error', async () => {
  FakeCredential.signalUnknownCredential.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  expect(() => forgetPasskey(bytes(1))).not.toThrow();
});
