import { expect, test } from 'vitest';
import { HEADER_BYTES } from './backup-header.ts';
import { FRAME_BYTES, FrameReader, FrameWriter } from './frames.ts';

const HEADER = new Uint8Array(HEADER_BYTES).fill(7);
const SEALED = FRAME_BYTES + 16;
const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Bytes 0, 1, 2 … of any length, written in pieces of another. */
async function written(key: CryptoKey, length: number, piece: number): Promise<Blob> {
  const frames = new FrameWriter(key, HEADER);
  const bytes = new Uint8Array(length).map((_, i) => i % 253);
  for (let from = 0; from < length; from += piece) await frames.write(bytes.slice(from, from + piece));
  return frames.end();
}

test.each([
  [1, 1, 1],
  [FRAME_BYTES, 1000, 1],
  [FRAME_BYTES + 1, FRAME_BYTES + 1, 2],
  [3 * FRAME_BYTES - 1, 777_777, 3],
  [40 * FRAME_BYTES, FRAME_BYTES, 40],
])(
  '%d bytes in pieces of %d make %d frames, and come back in pieces of any length',
  async (length, piece, frames) => {
    const key = await newKey();
    const file = await written(key, length, piece);
    expect(file.size).toBe(HEADER_BYTES + frames * SEALED);
    const reader = new FrameReader(file, key, HEADER);
    let at = 0;
    for (let some = 1; at < length; some = Math.min(3 * some, length - at)) {
      const bytes = await reader.read(some);
      expect(bytes.every((byte, i) => byte === (at + i) % 253)).toBe(true);
      at += some;
    }
    reader.mustEnd();
  },
);

test('a place that one reader tells is where another goes on', async () => {
  const key = await newKey();
  const file = await written(key, 5 * FRAME_BYTES, 9000);
  const first = new FrameReader(file, key, HEADER);
  for (const length of [0, 10, FRAME_BYTES - 10, FRAME_BYTES, 2 * FRAME_BYTES + 5]) {
    await first.read(length);
    const place = first.place;
    const [here, there] = [await first.read(7), await new FrameReader(file, key, HEADER, place).read(7)];
    expect(there).toEqual(here);
  }
});

test('the last frame is known as the last: content that goes on after a cut at a border is none', async () => {
  const key = await newKey();
  const file = await written(key, 3 * FRAME_BYTES, 9000);
  const cut = new FrameReader(file.slice(0, HEADER_BYTES + 2 * SEALED), key, HEADER);
  await cut.read(FRAME_BYTES);
  await expect(cut.read(1)).rejects.toMatchObject({
    code: 'backup/damaged',
    detail: { frame: 1, frames: 2 },
  });
  const whole = new FrameReader(file, key, HEADER);
  await whole.read(3 * FRAME_BYTES);
  await expect(whole.read(1)).rejects.toMatchObject({ code: 'backup/damaged' });
});

test('what stands after the end of the content is not passed over', async () => {
  const key = await newKey();
  const reader = new FrameReader(await written(key, 100, 100), key, HEADER);
  await reader.read(50);
  expect(() => reader.mustEnd()).toThrow(expect.objectContaining({ code: 'backup/damaged' }));
});

test('a file that was taken away since it was chosen is told as damaged', async () => {
  const key = await newKey();
  const file = await written(key, 100, 100);
  const gone = Object.assign(new Blob(), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
  });
  Object.defineProperty(gone, 'size', { value: file.size });
  await expect(new FrameReader(gone as unknown as Blob, key, HEADER).read(1)).rejects.toMatchObject({
    code: 'backup/damaged',
  });
});
