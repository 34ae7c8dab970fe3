import { expect, test } from 'vitest';
import { createDeviceKey, createKeyring, unlock, wrapForDevice } from './keyring.ts';
import type { DeviceWrap, Keyring } from './keyring.ts';
import { Cipher } from './cipher.ts';

const plain = new Uint8Array([1, 2, 3]);
const REFUSED = { code: 'vault/keyring' };

/** A new keyring and the only wrap of it. */
async function newKeyring(): Promise<{ keyring: Keyring; wrap: DeviceWrap }> {
  const keyring = await createKeyring(await createDeviceKey());
  const [wrap] = keyring.wraps;
  if (wrap?.kind !== 'device') throw new Error('a new keyring starts with a device wrap');
  return { keyring, wrap };
}

test('neither the device key nor the data key in use can be exported', async () => {
  const deviceKey = await createDeviceKey();
  const dataKey = await unlock(await createKeyring(deviceKey));
  await expect(crypto.subtle.exportKey('raw', deviceKey)).rejects.toThrow('not extractable');
  await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow('not extractable');
  expect(dataKey.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
});

test('a keyring holds 32 bytes of key wrapped to 40 (RFC 3394)', async () => {
  const { version, wraps } = await createKeyring(await createDeviceKey());
  expect(version).toBe(1);
  expect(wraps).toMatchObject([{ kind: 'device', algorithm: 'AES-KW', wrapped: { length: 40 } }]);
});

test('two keyrings have two data keys', async () => {
  const deviceKey = await createDeviceKey();
  const [one, two] = await Promise.all([createKeyring(deviceKey), createKeyring(deviceKey)]);
  const sealed = await new Cipher(await unlock(one)).seal('events', 1, plain);
  await expect(new Cipher(await unlock(two)).open('events', 1, sealed)).rejects.toMatchObject({
    code: 'vault/damaged',
  });
});

test('another wrap of the same data key opens what was sealed before it', async () => {
  const { keyring } = await newKeyring();
  const sealed = await new Cipher(await unlock(keyring)).seal('events', 1, plain);
  const otherWrap = await wrapForDevice(await unlock(keyring, true), await createDeviceKey());
  const byOtherWrap = await unlock({ version: 1, wraps: [otherWrap] });
  expect(await new Cipher(byOtherWrap).open('events', 1, sealed)).toEqual(plain);
  expect(byOtherWrap.extractable).toBe(false);
});

test('is refused when the wrapped bytes were altered or belong to another device key', async () => {
  const { wrap } = await newKeyring();
  const altered = wrap.wrapped.slice();
  altered[0]! ^= 1;
  await expect(unlock({ version: 1, wraps: [{ ...wrap, wrapped: altered }] })).rejects.toMatchObject(REFUSED);
  const foreign = await createDeviceKey();
  await expect(unlock({ version: 1, wraps: [{ ...wrap, key: foreign }] })).rejects.toMatchObject({
    ...REFUSED,
    detail: { wraps: ['device'] },
  });
});
