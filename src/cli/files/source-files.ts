import { open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ByteSource, SourceFile } from '../../datasets/files/source-file.ts';

const CHUNK_BYTES = 256 * 1024;

/** The files at a path: itself, or all that lie in the folder (not below). Null when there is nothing. */
export async function sourceFilesAt(path: string): Promise<readonly SourceFile[] | null> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  if (!found.isDirectory()) return [sourceFile(path, basename(path), found.size)];
  const folder = basename(resolve(path));
  const files: SourceFile[] = [];
  for (const entry of (await readdir(path)).sort()) {
    const inside = await stat(join(path, entry));
    if (inside.isFile()) files.push(sourceFile(join(path, entry), `${folder}/${entry}`, inside.size));
  }
  return files;
}

function sourceFile(path: string, name: string, size: number): SourceFile {
  const slice = (start: number, end: number): ByteSource => ({ stream: () => fileStream(path, start, end) });
  return { name, size, slice, ...slice(0, size) };
}

/** Reads only when asked to, so that no more than one chunk is ever held. */
function fileStream(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null;
  let at = start;
  const close = async (): Promise<void> => {
    await file?.close();
    file = null;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        file ??= await open(path);
        const chunk = new Uint8Array(Math.min(CHUNK_BYTES, end - at));
        const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
        at += bytesRead;
        if (bytesRead > 0) {
          controller.enqueue(chunk.subarray(0, bytesRead));
          return;
        }
        await close();
        controller.close();
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
