import { HomebodyError } from '../domain/errors.ts';
import type { F32Buffer, I32Buffer } from './home.ts';

/** The widest embedding that the kernels take. */
export const MAX_DIM = 512;

/** @throws 'argument/range' unless `value` is an integer in [min, max]. */
export function requireInteger(
  kernel: string,
  argument: string,
  value: number,
  min: number,
  max: number,
): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new HomebodyError(
    'argument/range',
    `${kernel}: ${argument} must be an integer from ${min} to ${max}.`,
    {
      detail: { kernel, argument, value, min, max },
    },
  );
}

/** @throws 'argument/range' unless `value` is finite and at least 0. */
export function requireNonNegative(kernel: string, argument: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new HomebodyError('argument/range', `${kernel}: ${argument} must be finite and at least 0.`, {
    detail: { kernel, argument, value, min: 0 },
  });
}

/** @throws 'shape/mismatch' when the buffer holds fewer than `least` elements. A longer one is fine. */
export function requireLength(
  kernel: string,
  argument: string,
  buffer: F32Buffer | I32Buffer,
  least: number,
): void {
  if (buffer.length >= least) return;
  throw new HomebodyError(
    'shape/mismatch',
    `${kernel}: ${argument} holds ${buffer.length} elements and needs ${least}.`,
    { detail: { kernel, argument, length: buffer.length, least } },
  );
}

/** @throws 'argument/range' when an output is also an input: the homes would read what they have half written. */
export function requireDistinct(
  kernel: string,
  output: string,
  buffer: F32Buffer | I32Buffer,
  inputs: Readonly<Record<string, F32Buffer | I32Buffer>>,
): void {
  for (const [input, other] of Object.entries(inputs)) {
    if (other !== buffer) continue;
    throw new HomebodyError('argument/range', `${kernel}: ${output} must be another buffer than ${input}.`, {
      detail: { kernel, argument: output, input },
    });
  }
}

/** Range of a copy between host and buffer. @throws 'shape/mismatch' when it leaves the buffer. */
export function requireSpan(
  action: 'read' | 'write',
  bufferLength: number,
  offset: number,
  length: number,
): void {
  if (
    Number.isInteger(offset) &&
    Number.isInteger(length) &&
    offset >= 0 &&
    length >= 0 &&
    offset + length <= bufferLength
  )
    return;
  throw new HomebodyError(
    'shape/mismatch',
    `${action}: elements ${offset} to ${offset + length} lie outside a buffer of ${bufferLength}.`,
    { detail: { argument: 'offset', offset, length, bufferLength } },
  );
}

/** Length of a buffer to create. @throws 'argument/range' */
export function requireBufferLength(length: number): void {
  requireInteger('create', 'length', length, 0, 0x3fffffff);
}
