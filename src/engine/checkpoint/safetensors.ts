import { HomebodyError } from '../../domain/errors.ts';
import { checksum } from './checksum.ts';
import type { CheckpointTensor, CheckpointTensors } from './tensors.ts';

/**
 * Bytes of a checkpoint in the safetensors format (Hugging Face): 8 bytes of little-endian header length, a
 * JSON header `{ name: { dtype, shape, data_offsets }, __metadata__: { string: string } }` padded with spaces
 * to a multiple of 8, then the arrays. Our metadata carries `format_version` and `checksum`; the latter is over the
 * whole file with its own eight digits as zeros, so that a flipped bit anywhere is seen.
 */
export interface Safetensors {
  readonly tensors: CheckpointTensors;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Grows by one when older code could no longer read what is written. */
export const FORMAT_VERSION = 1;

const UNSIGNED = '00000000';
const RESERVED = '__metadata__';
/** How every header of ours begins, in ASCII; the digits of the checksum follow at a known place. */
const OPENING = `{"${RESERVED}":{"checksum":"`;
const SIGNATURE_AT = 8 + OPENING.length;
/** Longest header that is believed; the format itself says 100 MB. */
const MAX_HEADER_BYTES = 100_000_000;

export function encodeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  let dataBytes = 0;
  const described = Object.entries(tensors).map(([name, { shape, values }]) => {
    const dtype = values instanceof Float32Array ? 'F32' : 'I32';
    const begin = dataBytes;
    dataBytes += values.byteLength;
    return [name, { dtype, shape, data_offsets: [begin, dataBytes] }] as const;
  });
  const ours = inner({ format_version: String(FORMAT_VERSION), ...metadata });
  const theirs = inner(Object.fromEntries(described));
  const header = `${OPENING}${UNSIGNED}",${ours}}${theirs === '' ? '' : `,${theirs}`}}`;
  const json = new TextEncoder().encode(header);
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerBytes + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, 8, 8 + headerBytes);
  bytes.set(json, 8);
  let place = 8 + headerBytes;
  for (const { values } of Object.values(tensors)) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), place);
    place += values.byteLength;
  }
  bytes.set(new TextEncoder().encode(checksum(bytes)), SIGNATURE_AT);
  return bytes;
}

/** JSON of an object without its braces. */
const inner = (object: object): string => JSON.stringify(object).slice(1, -1);

/**
 * The arrays are copies. @throws 'checkpoint/format' for anything that is not a whole, undamaged checkpoint of
 * ours, 'checkpoint/version' for one of a newer version.
 */
export function decodeSafetensors(bytes: Uint8Array<ArrayBuffer>): Safetensors {
  const { header, metadata, data } = readHeader(bytes);
  verify(bytes);
  const read = Object.entries(header)
    .filter(([name]) => name !== RESERVED)
    .map(([name, entry]) => ({ name, ...readTensor(name, entry, data) }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  // In order and without gap or overlap, as the format demands.
  const end = read.reduce((place, next) => (next.begin === place ? next.end : Number.NaN), 0);
  if (end !== data.length) throw damaged('the arrays do not fill the file', { end, length: data.length });
  return { tensors: Object.fromEntries(read.map(({ name, tensor }) => [name, tensor])), metadata };
}

/**
 * The metadata alone, without a look at the arrays: quick however large the file is, but damage goes unseen.
 * @throws 'checkpoint/format' when the header cannot be read, 'checkpoint/version'.
 */
export function readMetadata(bytes: Uint8Array<ArrayBuffer>): Safetensors['metadata'] {
  return readHeader(bytes).metadata;
}

interface Header extends Pick<Safetensors, 'metadata'> {
  readonly header: Readonly<Record<string, unknown>>;
  /** The bytes of the arrays. */
  readonly data: Uint8Array<ArrayBuffer>;
}

function readHeader(bytes: Uint8Array<ArrayBuffer>): Header {
  const headerBytes = headerLength(bytes);
  const header = parseObject(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes)));
  const { checksum: _signature, format_version: version, ...metadata } = parseMetadata(header[RESERVED]);
  checkVersion(version);
  return { header, metadata, data: bytes.subarray(8 + headerBytes) };
}

function headerLength(bytes: Uint8Array<ArrayBuffer>): number {
  if (bytes.length < 16) throw damaged('it is too short', { bytes: bytes.length });
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(Math.min(MAX_HEADER_BYTES, bytes.length - 8))) {
    throw damaged('the header is longer than the file', { bytes: bytes.length, header: String(length) });
  }
  return Number(length);
}

function checkVersion(version: string | undefined): void {
  if (version === undefined) throw damaged('it carries no version');
  if (Number(version) <= FORMAT_VERSION) return;
  throw new HomebodyError('checkpoint/version', 'The model was stored by a newer version of Homebody.', {
    remedy: 'Reload the page to get the newest version, or train again.',
    detail: { found: version, known: FORMAT_VERSION },
  });
}

function verify(bytes: Uint8Array<ArrayBuffer>): void {
  const end = SIGNATURE_AT + UNSIGNED.length;
  const opening = new TextDecoder().decode(bytes.subarray(8, SIGNATURE_AT));
  const expected = new TextDecoder().decode(bytes.subarray(SIGNATURE_AT, end));
  const found = checksum(bytes.slice().fill(UNSIGNED.charCodeAt(0), SIGNATURE_AT, end));
  if (opening !== OPENING || found !== expected) {
    throw damaged('its checksum does not match', { expected, found });
  }
}

function readTensor(
  name: string,
  entry: unknown,
  data: Uint8Array<ArrayBuffer>,
): { readonly tensor: CheckpointTensor; readonly begin: number; readonly end: number } {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  const sizes = integers(shape);
  const [begin, end] = integers(offsets) ?? [];
  if ((dtype !== 'F32' && dtype !== 'I32') || !sizes || begin === undefined || end === undefined) {
    throw damaged('an array is not described', { name });
  }
  const length = sizes.reduce((product, size) => product * size, 1);
  if (end - begin !== length * 4 || end > data.length) throw damaged('an array is cut off', { name });
  // A copy: it is aligned, and the caller may transfer the file's bytes away.
  const { buffer } = data.slice(begin, end);
  const values = dtype === 'F32' ? new Float32Array(buffer) : new Int32Array(buffer);
  return { tensor: { shape: sizes, values }, begin, end };
}

function integers(value: unknown): number[] | null {
  if (!Array.isArray(value)) return null;
  const numbers = value as unknown[];
  return numbers.every((n): n is number => Number.isSafeInteger(n) && (n as number) >= 0) ? numbers : null;
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged('its header is not JSON', {}, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw damaged('its header is no object');
  return value as Record<string, unknown>;
}

function parseMetadata(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    throw damaged('its metadata are not texts');
  }
  return Object.fromEntries(entries);
}

function damaged(why: string, detail: Record<string, unknown> = {}, cause?: unknown): HomebodyError {
  return new HomebodyError('checkpoint/format', `This is not a whole checkpoint: ${why}.`, {
    remedy: 'Train again; the stored model cannot be used.',
    detail,
    cause,
  });
}
