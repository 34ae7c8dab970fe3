import { HomebodyError } from '../../domain/errors.ts';
import { damaged } from './damaged.ts';
import type { ImportMeter } from './import-meter.ts';
import type { SourceFile } from './source-file.ts';

/** Small enough that unpacking one piece stays well under a frame. */
const PIECE_BYTES = 32 * 1024;

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ReadOptions {
  /** Missing: the whole file. */
  readonly range?: ByteRange;
  /** Hears of bytes as they are taken. */
  readonly onTaken?: (bytes: number) => void;
}

/**
 * The bytes of a file, or of a range of it, in pieces of at most 32 KiB. Leaving the loop early cancels the
 * stream. @throws 'import/damaged' when the file cannot be read or ends before the range does;
 * 'import/cancelled'
 */
export async function* readPieces(
  source: SourceFile,
  meter: ImportMeter,
  { range, onTaken }: ReadOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  const part = range && source.slice ? source.slice(range.start, range.end) : source;
  let skip = range && part === source ? range.start : 0;
  let left = range ? range.end - range.start : Infinity;
  const reader = part.stream().getReader();
  try {
    while (left > 0) {
      const { done, value } = await meter.wait(nextChunk(source.name, reader));
      if (done) break;
      const from = Math.min(skip, value.length);
      skip -= from;
      const to = Math.min(value.length, from + left);
      left -= to - from;
      for (let at = from; at < to; at += PIECE_BYTES) {
        const piece = value.subarray(at, Math.min(to, at + PIECE_BYTES));
        onTaken?.(piece.length);
        yield piece;
      }
    }
    if (range && left > 0) throw damaged(source.name, 'ends before its contents do');
  } finally {
    // Not awaited: a stream that hangs must not hold up cancelling. Its failure was reported by read().
    reader.cancel().catch(() => undefined);
  }
}

/** A range as one array. */
export async function readRange(
  source: SourceFile,
  meter: ImportMeter,
  range: ByteRange,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(range.end - range.start);
  let at = 0;
  for await (const piece of readPieces(source, meter, { range })) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

async function nextChunk(
  name: string,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    if (cause instanceof HomebodyError) throw cause;
    throw damaged(
      name,
      `could not be read (${cause instanceof Error ? cause.message : String(cause)})`,
      cause,
    );
  }
}
