import { decodeText } from './decode-text.ts';

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;
/** Above this many digits the sum of digits is no longer exact, and `Number` must round. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) =>
  Number(`1e${exponent}`),
);

/**
 * The decimal number in bytes `start` … `end` − 1, NaN when they are anything else. Equal to `Number` of the
 * text for plain decimals (exact mantissa, one rounding division); `1e5` and long ones go through `Number`.
 */
export function parseNumber(buffer: Uint8Array, start: number, end: number): number {
  const first = start < end && buffer[start] === MINUS ? start + 1 : start;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = first; i < end; i++) {
    const byte = buffer[i]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === POINT && decimals < 0) {
      decimals = 0;
    } else {
      return parseUnusual(buffer, start, end);
    }
  }
  if (digits === 0) return NaN;
  if (digits > EXACT_DIGITS) return parseUnusual(buffer, start, end);
  const magnitude = decimals > 0 ? mantissa / POWERS_OF_TEN[decimals]! : mantissa;
  return first > start ? -magnitude : magnitude;
}

function parseUnusual(buffer: Uint8Array, start: number, end: number): number {
  const text = decodeText(buffer.subarray(start, Math.min(end, start + 40)));
  return end - start <= 40 && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
