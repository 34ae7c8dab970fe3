import { expect, test } from 'vitest';
import { Cipher, envelopeMark, envelopeVersion } from './cipher.ts';

const newCipher = async (): Promise<Cipher> =>
  new Cipher(
    await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  );

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const damaged = { code: 'vault/damaged' };

test('an envelope is HBV, format 2, 12 bytes of IV, 8 of version, the ciphertext and 16 bytes of tag', async () => {
  const cipher = await newCipher();
  const envelope = await cipher.seal('events', 1, bytes(7, 8, 9), 258);
  expect([...envelope.subarray(0, 4)]).toEqual([0x48, 0x42, 0x56, 2]);
  expect([...envelope.subarray(16, 24)]).toEqual([0, 0, 0, 0, 0, 0, 1, 2]);
  expect(envelopeVersion(envelope)).toBe(258);
  expect(envelope).toHaveLength(4 + 12 + 8 + 3 + 16);
  expect(await cipher.open('events', 1, envelope)).toEqual(bytes(7, 8, 9));
});

test('the same content is never the same envelope', async () => {
  const cipher = await newCipher();
  const [one, two] = await Promise.all([1, 1].map((key) => cipher.seal('events', key, bytes(7))));
  expect(envelopeMark(one)).not.toBe(envelopeMark(two));
  expect(one!.subarray(24)).not.toEqual(two!.subarray(24));
});

test('a record does not decrypt in another store, under another key or under a key that prints alike', async () => {
  const cipher = await newCipher();
  const envelope = await cipher.seal('events', 1, bytes(7));
  await expect(cipher.open('settings', 1, envelope)).rejects.toMatchObject(damaged);
  await expect(cipher.open('events', 2, envelope)).rejects.toMatchObject(damaged);
  await expect(cipher.open('events', '1', envelope)).rejects.toMatchObject(damaged);
  await expect(cipher.open('events', [1], envelope)).rejects.toMatchObject(damaged);
});

test('no single bit of an envelope can change unnoticed', async () => {
  const cipher = await newCipher();
  const envelope = await cipher.seal('events', 1, bytes(7, 8, 9));
  for (let bit = 0; bit < envelope.length * 8; bit++) {
    const changed = envelope.slice();
    changed[bit >> 3]! ^= 1 << (bit & 7);
    await expect(cipher.open('events', 1, changed), `bit ${bit}`).rejects.toMatchObject(damaged);
  }
});

test('a shortened envelope, an empty one and what is no envelope are damage, not a crash', async () => {
  const cipher = await newCipher();
  const envelope = await cipher.seal('events', 1, bytes(7, 8, 9));
  for (const wrong of [
    envelope.subarray(0, 20),
    envelope.subarray(0, 16),
    bytes(),
    'text',
    null,
    undefined,
  ]) {
    await expect(cipher.open('events', 1, wrong)).rejects.toMatchObject(damaged);
  }
});

test('another data key opens nothing', async () => {
  const envelope = await (await newCipher()).seal('events', 1, bytes(7));
  await expect((await newCipher()).open('events', 1, envelope)).rejects.toMatchObject(damaged);
});

test('the key of pseudonyms hangs on the data key alone, and no record gives it away', async () => {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const again = async (): Promise<Cipher> =>
    new Cipher(await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']));
  const tagOf = async (cipher: Cipher): Promise<string> => {
    const key = await cipher.pseudonymKey();
    expect([key.extractable, key.usages, key.algorithm.name]).toEqual([false, ['sign'], 'HMAC']);
    return Buffer.from(await crypto.subtle.sign('HMAC', key, bytes(1))).toString('hex');
  };
  expect(await tagOf(await again())).toBe(await tagOf(await again()));
  expect(await tagOf(await newCipher())).not.toBe(await tagOf(await newCipher()));
});

test('a like and a dismissal of items with short and long ids are equally long', async () => {
  const cipher = await newCipher();
  const lengths = await Promise.all(
    [
      { kind: 'like', item: 'a', at: 1, catalogue: 'demo' },
      { kind: 'dismiss', item: 'a-much-longer-item-id', at: 1_764_000_000_000, catalogue: 'c'.repeat(32) },
    ].map(async (event) => (await cipher.sealJson('events', 1, event)).length),
  );
  expect(lengths).toEqual([24 + 256 + 16, 24 + 256 + 16]);
});

test('JSON comes back as it went in, padding and non-ASCII included', async () => {
  const cipher = await newCipher();
  const value = { title: '红色水壶 “kettle”', list: [1, null, { deep: true }], long: 'x'.repeat(1000) };
  expect(
    await cipher.openJson('settings', 'visitor', await cipher.sealJson('settings', 'visitor', value)),
  ).toEqual(value);
});
