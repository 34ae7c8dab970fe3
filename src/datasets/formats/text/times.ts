import { decodeText } from './decode-text.ts';
import { parseNumber } from './numbers.ts';

/** A number from here on is milliseconds: as seconds it would lie beyond the year 5000. */
const FIRST_MILLISECONDS = 1e11;
/** 2100-01-01 UTC, ms. A log is of the past; a later time is a mistake of unit or format. */
export const LAST_CREDIBLE_TIME: number = Date.UTC(2100, 0, 1);

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?(?:Z|UTC)?$/;

/**
 * A time in ms since the epoch: Unix seconds, Unix milliseconds, or an ISO date with or without a time (UTC).
 * NaN when the bytes are neither; the caller checks the range.
 */
export function parseTime(buffer: Uint8Array, start: number, end: number): number {
  const number = parseNumber(buffer, start, end);
  if (number === number) return number >= FIRST_MILLISECONDS ? number : number * 1000;
  if (end - start < 10 || end - start > 32) return NaN;
  const match = ISO.exec(decodeText(buffer.subarray(start, end)));
  if (!match) return NaN;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const at = Date.UTC(year!, month! - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')));
  // Date.UTC rolls over: a 31st of February must not become a 3rd of March.
  return new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month! - 1 ? at : NaN;
}
