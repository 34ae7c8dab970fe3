import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from './checksum.ts';
import { fingerprintOf } from './fingerprint.ts';
import { requireTensor } from './require-tensor.ts';
import { decodeSafetensors, encodeSafetensors, FORMAT_VERSION } from './safetensors.ts';
import type { CheckpointTensor } from './tensors.ts';

const ascii = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const sample = () =>
  encodeSafetensors({
    metadata: { config: '{"dim":2}', title: 'größer' },
    tensors: {
      a: { shape: [2, 2], values: Float32Array.of(1, -0.5, Number.NaN, 3e38) },
      b: { shape: [3], values: Int32Array.of(-1, 0, 2 ** 31 - 1) },
    },
  });

describe('checksum', () => {
  test.each([
    ['', 0, '00000000'],
    ['', 1, '514e28b7'],
    ['test', 0, 'ba6bd213'],
    ['Hello, world!', 0, 'c0363e43'],
  ])('of %j with seed %i is the published MurmurHash3 value %s', (text, seed, expected) => {
    expect(checksum(ascii(text), seed)).toBe(expected);
  });

  test('is the same for a view that does not begin at a word', () => {
    const shifted = new Uint8Array(14);
    shifted.set(ascii('Hello, world!'), 1);
    expect(checksum(shifted.subarray(1))).toBe('c0363e43');
  });
});

describe('safetensors', () => {
  test('lays bytes out as the format says: length, header, arrays from a multiple of eight on', () => {
    const bytes = sample();
    const headerBytes = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes))) as Record<
      string,
      unknown
    >;
    expect(headerBytes % 8).toBe(0);
    expect(header['a']).toEqual({ dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] });
    expect(header['b']).toEqual({ dtype: 'I32', shape: [3], data_offsets: [16, 28] });
    expect(header['__metadata__']).toMatchObject({ format_version: String(FORMAT_VERSION), title: 'größer' });
    expect(new DataView(bytes.buffer).getFloat32(8 + headerBytes + 4, true)).toBe(-0.5);
    expect(bytes).toHaveLength(8 + headerBytes + 28);
  });

  test('brings back what was stored, for any arrays and texts', () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__metadata__');
    const text = fc.string({ maxLength: 20, unit: 'binary' });
    const tensor: fc.Arbitrary<CheckpointTensor> = fc.oneof(
      fc
        .array(fc.float(), { maxLength: 9 })
        .map((v) => ({ shape: [v.length], values: Float32Array.from(v) })),
      fc
        .array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 4, maxLength: 4 })
        .map((v) => ({ shape: [2, 2], values: Int32Array.from(v) })),
    );
    const key = name.filter((n) => n !== 'checksum' && n !== 'format_version' && n !== '__proto__');
    fc.assert(
      fc.property(
        fc.dictionary(key, tensor, { maxKeys: 5 }),
        fc.dictionary(key, text),
        (tensors, metadata) => {
          const back = decodeSafetensors(encodeSafetensors({ tensors, metadata }));
          expect({ ...back.tensors }).toEqual({ ...tensors });
          expect({ ...back.metadata }).toEqual({ ...metadata });
        },
      ),
    );
  });

  test('finds any single flipped bit', () => {
    const bytes = sample();
    for (let place = 0; place < bytes.length; place++) {
      const damaged = bytes.slice();
      damaged[place]! ^= 1 << (place % 8);
      // In the version's own digit the damage reads as another version.
      expect(() => decodeSafetensors(damaged), `byte ${place}`).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^checkpoint\/(format|version)$/) as unknown }),
      );
    }
  });

  test("refuses every truncation, and bytes too many: 'checkpoint/format'", () => {
    const bytes = sample();
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeSafetensors(bytes.slice(0, length)), `${length} bytes`).toThrow(
        expect.objectContaining({ code: 'checkpoint/format' }),
      );
    }
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(() => decodeSafetensors(longer)).toThrow(expect.objectContaining({ code: 'checkpoint/format' }));
  });

  test.each(['', 'PK', '{"a":1}', 'a text that is long enough to hold a header of some length'])(
    "refuses %j: 'checkpoint/format'",
    (text) => {
      expect(() => decodeSafetensors(ascii(text))).toThrow(
        expect.objectContaining({ code: 'checkpoint/format' }),
      );
    },
  );

  test("says 'checkpoint/version' for what a newer version wrote", () => {
    const newer = sample();
    const header = new TextDecoder().decode(newer);
    newer.set(
      ascii('2'),
      header.indexOf(`"format_version":"${FORMAT_VERSION}"`) + '"format_version":"'.length,
    );
    expect(() => decodeSafetensors(newer)).toThrow(expect.objectContaining({ code: 'checkpoint/version' }));
  });
});

describe('requireTensor', () => {
  const tensors = { a: { shape: [2, 3], values: new Float32Array(6) } };

  test('gives the tensor that fits, with any size where none is asked for', () => {
    expect(requireTensor(tensors, 'a', 'F32', [null, 3]).shape).toEqual([2, 3]);
  });

  test("refuses another name, type, rank or size: 'checkpoint/format'", () => {
    const refused = expect.objectContaining({ code: 'checkpoint/format' });
    expect(() => requireTensor(tensors, 'b', 'F32', [2, 3])).toThrow(refused);
    expect(() => requireTensor(tensors, 'toString', 'F32', [2, 3])).toThrow(refused);
    expect(() => requireTensor(tensors, 'a', 'I32', [2, 3])).toThrow(refused);
    expect(() => requireTensor(tensors, 'a', 'F32', [6])).toThrow(refused);
    expect(() => requireTensor(tensors, 'a', 'F32', [2, 4])).toThrow(refused);
  });
});

test('a fingerprint changes with the number of items and with their departments, and only with them', () => {
  const facts = (...departments: number[]) => ({
    itemCount: departments.length,
    department: Int32Array.from(departments),
  });
  expect(fingerprintOf(facts(1, 2, 3))).toBe(fingerprintOf(facts(1, 2, 3)));
  expect(fingerprintOf(facts(1, 2, 3))).not.toBe(fingerprintOf(facts(1, 3, 2)));
  expect(fingerprintOf(facts(0, 0))).not.toBe(fingerprintOf(facts(0, 0, 0)));
});
