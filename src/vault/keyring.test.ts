import { expect, test } from 'vitest';
import { addWrap, createDeviceKey, createKeyring, unlock, wrapForDevice } from './keyring.ts';
import { Cipher } from './cipher.ts';

const plain = new Uint8Array([1, 2, 3]);

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

test('a wrap that is added later opens what was sealed before it', async () => {
  const before = await createKeyring(await createDeviceKey());
  const sealed = await new Cipher(await unlock(before)).seal('events', 1, plain);
  const otherDevice = await createDeviceKey();
  const after = await addWrap(before, (dataKey) => wrapForDevice(dataKey, otherDevice));
  expect(after.wraps).toHaveLength(2);
  const byNewWrapAlone = await unlock({ version: 1, wraps: after.wraps.slice(1) });
  expect(await new Cipher(byNewWrapAlone).open('events', 1, sealed)).toEqual(plain);
  expect(byNewWrapAlone.extractable).toBe(false);
});

test('is locked where only a passphrase could open it, and says which wraps there are', async () => {
  await expect(unlock({ version: 1, wraps: [{ kind: 'passphrase' }] })).rejects.toMatchObject({
    code: 'vault/locked',
    detail: { wraps: ['passphrase'] },
  });
});

test('is locked when the wrapped bytes were altered or belong to another device key', async () => {
  const { wraps } = await createKeyring(await createDeviceKey());
  const [wrap] = wraps;
  if (wrap?.kind !== 'device') throw new Error('a new keyring starts with a device wrap');
  const altered = wrap.wrapped.slice();
  altered[0]! ^= 1;
  const locked = { code: 'vault/locked' };
  await expect(unlock({ version: 1, wraps: [{ ...wrap, wrapped: altered }] })).rejects.toMatchObject(locked);
  const foreign = await createDeviceKey();
  await expect(unlock({ version: 1, wraps: [{ ...wrap, key: foreign }] })).rejects.toMatchObject(locked);
});
