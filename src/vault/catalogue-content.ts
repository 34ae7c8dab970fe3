import type { CatalogueSummary } from '../domain/catalogue.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { InteractionColumns } from '../domain/interactions.ts';
import type { Item } from '../domain/item.ts';
import type { Chunks, ChunkWriter } from './chunks.ts';

/** A catalogue about to be stored. Its users are rows: their ids never get this far. */
export interface NewCatalogue {
  readonly summary: Omit<CatalogueSummary, 'id' | 'origin'>;
  /** By row. */
  readonly items: readonly Item[];
  readonly columns: InteractionColumns;
  /** See `LikerCounts`. Float32[items.length]. */
  readonly likers: Float32Array<ArrayBuffer>;
  /** Pseudonyms by row, the same in all imports of one vault. Without line ends. */
  readonly users?: readonly string[];
}

/** Of one chunk at most. */
export const ITEMS_PER_CHUNK = 500;
/** The columns in their stored order, with the bytes of one row. Little-endian, as all browsers' arrays are. */
const ROW_BYTES = { user: 4, item: 4, kind: 1, value: 4, at: 8 } as const;
export const COLUMN_NAMES: readonly (keyof typeof ROW_BYTES)[] = ['user', 'item', 'kind', 'value', 'at'];

/**
 * Writes items and columns. `onChunk` runs after every chunk with the fraction that is written. Gives the bytes that
 * the users take, 0 where there are none.
 */
export async function writeContent(
  writer: ChunkWriter,
  { items, columns, likers, users = [] }: NewCatalogue,
  onChunk: (fraction: number) => void,
): Promise<number> {
  const itemChunks = Math.ceil(items.length / ITEMS_PER_CHUNK);
  for (let index = 0; index < itemChunks; index++) {
    const some = items.slice(index * ITEMS_PER_CHUNK, (index + 1) * ITEMS_PER_CHUNK);
    await writer.write('items', index, new TextEncoder().encode(JSON.stringify(some)));
    onChunk((0.5 * (index + 1)) / itemChunks);
  }
  let done = 0;
  for (const name of COLUMN_NAMES) {
    await writer.writeBytes(name, bytesOf(columns[name]), () =>
      onChunk(0.5 + (0.5 * done) / COLUMN_NAMES.length),
    );
    done++;
  }
  await writer.writeBytes('likers', bytesOf(likers));
  const names = new TextEncoder().encode(users.join('\n'));
  if (names.length > 0) await writer.writeBytes('users', names);
  onChunk(1);
  return names.length;
}

/** @throws 'shape/mismatch' */
export function mustFit({ summary, items, columns, likers, users }: NewCatalogue): void {
  const rows = columns.user.length;
  if (
    summary.itemCount !== items.length ||
    columns.itemCount !== items.length ||
    likers.length !== items.length ||
    summary.userCount !== columns.userCount ||
    (users && users.length !== columns.userCount) ||
    COLUMN_NAMES.some((name) => columns[name].length !== rows)
  ) {
    throw new HomebodyError('shape/mismatch', 'Items and columns of the catalogue do not fit each other.', {
      detail: { items: items.length, itemCount: columns.itemCount, userCount: columns.userCount, rows },
    });
  }
}

/** The items that `writeContent` wrote, by row. @throws 'vault/damaged' */
export async function readItems(chunks: Chunks, owner: string, itemCount: number): Promise<Item[]> {
  const indexes = Array.from({ length: Math.ceil(itemCount / ITEMS_PER_CHUNK) }, (_, index) => index);
  const read = await readable(Promise.all(indexes.map((index) => chunks.read(owner, 'items', index))));
  const decoder = new TextDecoder();
  return read.flatMap((chunk) => JSON.parse(decoder.decode(chunk)) as Item[]);
}

/** The columns that `writeContent` wrote, of the caller's own. @throws 'vault/damaged' */
export async function readColumns(
  chunks: Chunks,
  owner: string,
  rows: number,
): Promise<Pick<InteractionColumns, keyof typeof ROW_BYTES>> {
  const column = async (name: keyof typeof ROW_BYTES): Promise<ArrayBuffer> =>
    (await readable(chunks.readBytes(owner, name, rows * ROW_BYTES[name]))).buffer;
  return {
    user: new Int32Array(await column('user')),
    item: new Int32Array(await column('item')),
    kind: new Uint8Array(await column('kind')),
    value: new Float32Array(await column('value')),
    at: new Float64Array(await column('at')),
  };
}

/** The likers that `writeContent` wrote, of the caller's own. @throws 'vault/damaged' */
export async function readLikers(
  chunks: Chunks,
  owner: string,
  itemCount: number,
): Promise<Float32Array<ArrayBuffer>> {
  const bytes = await chunks.readBytes(owner, 'likers', itemCount * Float32Array.BYTES_PER_ELEMENT);
  return new Float32Array(bytes.buffer);
}

/** The users that `writeContent` wrote in so many bytes. @throws 'vault/damaged' */
export async function readUsers(chunks: Chunks, owner: string, bytes: number): Promise<string[]> {
  return new TextDecoder().decode(await readable(chunks.readBytes(owner, 'users', bytes))).split('\n');
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Damage to a catalogue, unlike other damage, has a remedy. */
async function readable<T>(content: Promise<T>): Promise<T> {
  try {
    return await content;
  } catch (error) {
    if (!(error instanceof HomebodyError && error.code === 'vault/damaged')) throw error;
    throw damagedCatalogue(error);
  }
}

export function damagedCatalogue(cause?: HomebodyError): HomebodyError {
  return new HomebodyError('vault/damaged', 'This catalogue is damaged and cannot be read.', {
    remedy: 'Import its files again. Other catalogues and what you did there are not affected.',
    detail: cause?.detail ?? { store: 'catalogueChunks' },
    cause,
  });
}
