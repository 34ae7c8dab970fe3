import type { ByteSource, SourceFile } from '../files/source-file.ts';

export interface MemoryFileOptions {
  /** Bytes a chunk of the stream. Small ones cut lines, fields and characters at odd places. */
  readonly chunkBytes?: number;
  /** False: only a stream from the beginning, as some hosts have it. */
  readonly sliceable?: boolean;
  /** The stream stops giving bytes after this many, and never ends: a stalled disk or network. */
  readonly stallAfter?: number;
}

/** A file that lives in memory and counts what is read of it. */
export interface MemoryFile extends SourceFile {
  readonly taken: { bytes: number; cancelled: boolean };
}

export function memoryFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  { chunkBytes = 64 * 1024, sliceable = true, stallAfter = Infinity }: MemoryFileOptions = {},
): MemoryFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const taken = { bytes: 0, cancelled: false };
  const part = (start: number, end: number): ByteSource => ({
    stream: () => {
      let at = start;
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (at - start >= stallAfter) return new Promise(() => undefined);
            if (at >= end) return controller.close();
            const chunk = bytes.slice(at, Math.min(end, at + chunkBytes));
            at += chunk.length;
            taken.bytes += chunk.length;
            return controller.enqueue(chunk);
          },
          cancel() {
            taken.cancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
    },
  });
  return {
    name,
    size: bytes.length,
    taken,
    ...part(0, bytes.length),
    ...(sliceable ? { slice: part } : {}),
  };
}
