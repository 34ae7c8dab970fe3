import { Inflate } from 'fflate';
import { HomebodyError } from '../../domain/errors.ts';
import { crc32 } from './crc32.ts';
import { damaged } from './damaged.ts';
import type { ImportMeter } from './import-meter.ts';
import { readPieces, readRange } from './read-pieces.ts';
import type { SourceFile } from './source-file.ts';
import type { ZipEntry } from './zip-directory.ts';

const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks one entry of an archive, piece by piece; length and CRC-32 are checked at its end.
 * `onTaken` hears of packed bytes.
 * @throws 'import/damaged'; 'import/unknown-format' when it is encrypted or packed by a rare method
 */
export async function* unzipEntry(
  source: SourceFile,
  entry: ZipEntry,
  meter: ImportMeter,
  onTaken: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const name = `${source.name}/${entry.path}`;
  if (entry.encrypted || (entry.method !== STORED && entry.method !== DEFLATED)) {
    throw new HomebodyError(
      'import/unknown-format',
      `${name} is ${entry.encrypted ? 'encrypted' : `packed by zip method ${entry.method}`}, which cannot be read here.`,
      {
        remedy: 'Unpack the archive and give the files that are in it.',
        detail: { file: name, method: entry.method },
      },
    );
  }
  const start = await dataStart(source, entry, meter, name);
  const packed = readPieces(source, meter, { range: { start, end: start + entry.packedBytes }, onTaken });
  let crc = 0;
  let length = 0;
  for await (const chunk of entry.method === STORED ? packed : inflate(name, packed)) {
    crc = crc32(chunk, crc);
    length += chunk.length;
    if (length > entry.unpackedBytes) break;
    yield chunk;
  }
  if (length !== entry.unpackedBytes)
    throw damaged(name, 'is corrupt: it unpacks to another length than the archive says');
  if (crc !== entry.crc) throw damaged(name, 'is corrupt: its checksum does not fit');
}

/** The local header repeats the name and may have another extra field than the directory: only it tells. */
async function dataStart(
  source: SourceFile,
  entry: ZipEntry,
  meter: ImportMeter,
  name: string,
): Promise<number> {
  const end = entry.headerAt + LOCAL_HEADER.bytes;
  if (end > source.size) throw damaged(name, 'lies outside of its zip archive');
  const header = await readRange(source, meter, { start: entry.headerAt, end });
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL_HEADER.signature) throw damaged(name, 'has a corrupt zip header');
  const start = end + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.packedBytes > source.size)
    throw damaged(name, 'reaches beyond the end of its zip archive');
  return start;
}

async function* inflate(
  name: string,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let ready: Uint8Array[] = [];
  const unpacker = new Inflate((chunk) => {
    if (chunk.length > 0) ready.push(chunk);
  });
  const push = (piece: Uint8Array, final: boolean): Uint8Array[] => {
    ready = [];
    try {
      unpacker.push(piece, final);
    } catch (cause) {
      throw damaged(name, 'has corrupt zip data', cause);
    }
    return ready;
  };
  for await (const piece of packed) {
    yield* push(piece, false);
  }
  yield* push(new Uint8Array(0), true);
}
