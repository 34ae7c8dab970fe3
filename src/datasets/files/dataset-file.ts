import { gunzip, isGzip } from './gunzip.ts';
import type { ImportMeter } from './import-meter.ts';
import { readPieces } from './read-pieces.ts';
import type { SourceFile } from './source-file.ts';
import { unzipEntry } from './unzip.ts';
import type { ZipEntry } from './zip-directory.ts';

/** What a look at the beginning may read. */
const HEAD_BYTES = 64 * 1024;

/** A file that may belong to a data set, whatever it is packed in: readers see plain text bytes. */
export interface DatasetFile {
  /** Last part of the path, without `.gz`: what readers know it by. */
  readonly name: string;
  /** Whole path, for messages. */
  readonly path: string;
  /** The archive's name without `.zip`, or the innermost folder; '' when there is neither. */
  readonly group: string;
  /** Packed size. */
  readonly bytes: number;
  /** The first 64 KiB, unpacked; read once. */
  head(): Promise<Uint8Array>;
  /** All bytes, unpacked. Reports to the meter what it takes. */
  chunks(): AsyncGenerator<Uint8Array, void, void>;
}

/** A file that stands for itself. */
export function plainFile(source: SourceFile, meter: ImportMeter): DatasetFile {
  return unpacking(source.name, source.size, '', (onTaken) => readPieces(source, meter, { onTaken }), meter);
}

/** A file in a zip archive. */
export function zippedFile(source: SourceFile, entry: ZipEntry, meter: ImportMeter): DatasetFile {
  const archive = lastPart(source.name).replace(/\.zip$/i, '');
  const open: OpenPacked = (onTaken) => unzipEntry(source, entry, meter, onTaken);
  return unpacking(`${source.name}/${entry.path}`, entry.packedBytes, archive, open, meter);
}

type OpenPacked = (onTaken: (bytes: number) => void) => AsyncGenerator<Uint8Array, void, void>;

function unpacking(
  path: string,
  bytes: number,
  archive: string,
  open: OpenPacked,
  meter: ImportMeter,
): DatasetFile {
  const parts = path.split(/[/\\]/);
  let head: Promise<Uint8Array> | undefined;
  return {
    name: lastPart(path).replace(/\.gz$/i, ''),
    path,
    group: archive || (parts.at(-2) ?? ''),
    bytes,
    head: () =>
      (head ??= readHead(
        unpackedGzip(
          path,
          open(() => undefined),
        ),
      )),
    chunks: () =>
      unpackedGzip(
        path,
        open((taken) => meter.tookInput(taken)),
      ),
  };
}

/** Unpacks when the bytes are gzip, whatever the name: some servers and browsers unpack but keep `.gz`. */
async function* unpackedGzip(
  path: string,
  raw: AsyncGenerator<Uint8Array, void, void>,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    const first = await raw.next();
    if (first.done) return;
    if (isGzip(first.value)) yield* gunzip(path, following(first.value, raw));
    else yield* following(first.value, raw);
  } finally {
    await raw.return();
  }
}

async function* following(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  yield first;
  yield* rest;
}

async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD_BYTES) break;
  }
  return head.slice(0, length);
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
