import { beforeAll, describe, expect, test } from 'vitest';
import { argon2id } from '../../workers/argon2id.ts';
import { backUp, filledVault, PASSPHRASE, photo, restore } from '../testing/backups.ts';
import { newDatabaseName, openTestVault } from '../testing/test-vault.ts';
import type { Vault } from '../vault.ts';
import { HEADER_BYTES } from './backup-header.ts';
import { FRAME_BYTES } from './frames.ts';
import { openBackup } from './open-backup.ts';
import { discardRestore } from './restore-notes.ts';

const SEALED = FRAME_BYTES + 16;
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());

/** A backup of seven frames, another of the same vault, and a vault into which none of the bad ones gets. */
let vault: Vault;
let good: Uint8Array<ArrayBuffer>;
let other: Uint8Array<ArrayBuffer>;
let target: Vault;
let untouched: unknown;
let frames: number;

beforeAll(async () => {
  vault = (await filledVault(420_000)).vault;
  good = await bytesOf(await backUp(vault));
  other = await bytesOf(await backUp(vault));
  frames = (good.length - HEADER_BYTES) / SEALED;
  target = (await filledVault(1000)).vault;
  untouched = await photo(target);
});

/** What a file is refused with; nothing of the target has changed then. */
async function refusal(bytes: Uint8Array<ArrayBuffer>, passphrase = PASSPHRASE): Promise<unknown> {
  const error: unknown = await restore(target, new Blob([bytes]), undefined, { passphrase }).then(
    () => null,
    (reason: unknown) => reason,
  );
  for (const { id } of target.inside.ledger
    .entries('restores')
    .map(([, { value }]) => value as { id: string })) {
    await discardRestore(target.inside, id);
  }
  expect(await photo(target)).toEqual(untouched);
  return error;
}

const flipped = (place: number, bit = 1): Uint8Array<ArrayBuffer> => {
  const bytes = good.slice();
  bytes[place]! ^= bit;
  return bytes;
};

const joined = (...parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> =>
  bytesOf(new Blob([...parts]));

const frame = (bytes: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> =>
  bytes.subarray(HEADER_BYTES + index * SEALED, HEADER_BYTES + (index + 1) * SEALED);

const framesOf = (
  bytes: Uint8Array<ArrayBuffer>,
  order: readonly number[],
): Promise<Uint8Array<ArrayBuffer>> =>
  joined(bytes.subarray(0, HEADER_BYTES), ...order.map((index) => frame(bytes, index)));

const all = (): number[] => Array.from({ length: frames }, (_, index) => index);

describe('a backup file', () => {
  test('opens with its passphrase and tells what it holds', async () => {
    expect(frames).toBe(7);
    const { facts } = await openBackup(argon2id, new Blob([good]), PASSPHRASE);
    expect(facts).toMatchObject({
      madeAt: 5000,
      events: 4,
      dateRange: [1001, 2000],
      catalogues: [{ name: 'films', itemCount: 12, interactionCount: 40 }],
      models: 1,
      lab: 2,
      bytes: good.length,
    });
  });

  test('is as long as whole frames are, whatever is in it, and names nothing', async () => {
    const empty = await openTestVault(newDatabaseName());
    expect((await backUp(empty)).size).toBe(HEADER_BYTES + SEALED);
    expect((good.length - HEADER_BYTES) % SEALED).toBe(0);
    const text = Buffer.from(good).toString('latin1');
    for (const told of ['films', 'film-2', 'dismiss', 'adventurousness', 'Kitchen']) {
      expect(text).not.toContain(told);
    }
    // The same content twice has no frame in common.
    for (const index of all()) expect(frame(good, index)).not.toEqual(frame(other, index));
  });

  test('is refused with another passphrase', async () => {
    for (const wrong of ['correct horse batterz', '', `${PASSPHRASE} `]) {
      expect(await refusal(good, wrong)).toMatchObject({ code: 'backup/passphrase' });
    }
  });

  test('takes the same passphrase from any keyboard: composed or decomposed', async () => {
    const file = await backUp(vault, 'caf\u00E9 au lait');
    await expect(openBackup(argon2id, file, 'cafe\u0301 au lait')).resolves.toBeDefined();
  });

  test('is not written under a passphrase of less than eight characters', async () => {
    await expect(backUp(vault, 'seven77')).rejects.toMatchObject({ code: 'argument/range' });
  });

  test('of a newer version is refused as one', async () => {
    const newer = good.slice();
    newer[8] = 2;
    expect(await refusal(newer)).toMatchObject({ code: 'backup/version', detail: { version: 2, newest: 1 } });
  });

  test('that is something else is refused as that', async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(200), good.slice(1)]) {
      expect(await refusal(bytes)).toMatchObject({ code: 'backup/format' });
    }
  });

  test('of which a bit of the header is flipped, in whichever byte, is refused', async () => {
    for (let place = 0; place < HEADER_BYTES; place++) {
      const code = place < 8 ? /format/ : /^backup\/(damaged|version)$/;
      expect(await refusal(flipped(place, 1 << (place % 8))), `byte ${place}`).toMatchObject({
        code: expect.stringMatching(code) as unknown,
      });
    }
  });

  test('of which one bit of a frame is flipped, at its begin, in its middle or in its tag, is refused', async () => {
    for (const index of all()) {
      for (const within of [0, FRAME_BYTES / 2, FRAME_BYTES - 1, FRAME_BYTES, SEALED - 1]) {
        expect(
          await refusal(flipped(HEADER_BYTES + index * SEALED + within)),
          `frame ${index}`,
        ).toMatchObject({
          code: 'backup/damaged',
        });
      }
    }
  });

  test('that is cut, at any frame, before or after it, is refused', async () => {
    for (const index of all()) {
      const border = HEADER_BYTES + index * SEALED;
      for (const length of [border, border + 1, border + SEALED - 1]) {
        expect(await refusal(good.slice(0, length)), `${length} bytes`).toMatchObject({
          code: 'backup/damaged',
        });
      }
    }
  });

  test('whose frames are in another order, doubled, left out or followed by others is refused', async () => {
    const [a, b, ...rest] = all();
    for (const order of [
      [b!, a!, ...rest],
      [a!, a!, b!, ...rest],
      [a!, ...rest],
      [...all(), frames - 1],
      [...all(), 0],
      all().toReversed(),
    ]) {
      expect(await refusal(await framesOf(good, order)), `order ${String(order)}`).toMatchObject({
        code: 'backup/damaged',
        detail: { frame: expect.any(Number) as unknown },
      });
    }
  });

  test('put together from two files of the same vault and passphrase is refused', async () => {
    for (const index of all()) {
      const mixed = good.slice();
      mixed.set(frame(other, index), HEADER_BYTES + index * SEALED);
      expect(await refusal(mixed), `frame ${index}`).toMatchObject({
        code: 'backup/damaged',
        detail: { frame: index },
      });
    }
    expect(
      await refusal(await joined(other.subarray(0, HEADER_BYTES), good.subarray(HEADER_BYTES))),
    ).toMatchObject({
      code: 'backup/damaged',
    });
  });

  test('whose header was changed where nothing reads it, with a right sum, is refused by its first frame', async () => {
    const changed = good.slice();
    changed[10]! ^= 1;
    changed.set(new Uint8Array(await crypto.subtle.digest('SHA-256', changed.subarray(0, 76)), 0, 20), 76);
    expect(await refusal(changed)).toMatchObject({ code: 'backup/damaged', detail: { frame: 0 } });
  });

  test('with a catalogue that could not be listed is refused, whoever made it', async () => {
    const { vault: odd, films } = await filledVault(1000);
    const record = odd.inside.ledger.get('catalogues', films)!;
    const { name: _name, ...nameless } = record.summary;
    const value = { ...record, summary: nameless as typeof record.summary };
    await odd.inside.ledger.commit(() => ({
      put: [{ store: 'catalogues', key: films, value }],
      result: null,
    }));
    const file = await bytesOf(await backUp(odd));
    expect(await refusal(file)).toMatchObject({ code: 'backup/damaged' });
  });

  test('that asks for more memory than any of ours is refused before it has it', async () => {
    const greedy = good.slice();
    new DataView(greedy.buffer).setUint32(12, 4 * 1024 * 1024, true);
    const sum = await crypto.subtle.digest('SHA-256', greedy.subarray(0, 76));
    greedy.set(new Uint8Array(sum, 0, 20), 76);
    expect(await refusal(greedy)).toMatchObject({ code: 'backup/damaged' });
  });
});
