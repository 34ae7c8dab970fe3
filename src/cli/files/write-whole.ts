import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { throwIfCancelled } from '../../engine/training/cancelled.ts';

/**
 * Writes a file that is never seen half: into a temporary name beside it, flushed to the disk, then renamed.
 * Whatever stops it leaves the old file, or none. @throws 'training/cancelled'
 */
export async function writeWhole(path: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(bytes, { signal });
      await file.sync();
    } finally {
      await file.close();
    }
    throwIfCancelled(signal);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throwIfCancelled(signal);
    throw error;
  }
}
