import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ParsedOptions } from '../arguments/parsed-options.ts';

/** Asked before the work, which may take long. `option`: the one that names the file. @throws UsageError */
export async function requireWritable(option: string, path: string, options: ParsedOptions): Promise<void> {
  const folder = dirname(path);
  const isFolder = async (place: string): Promise<boolean> =>
    stat(place).then(
      (found) => found.isDirectory(),
      () => false,
    );
  if (!(await isFolder(folder))) {
    throw options.error(`--${option}: there is no folder "${folder}"; create it first.`);
  }
  if (await isFolder(path)) throw options.error(`--${option}: "${path}" is a folder; name a file in it.`);
  await access(folder, constants.W_OK).catch(() => {
    throw options.error(`--${option}: the folder "${folder}" cannot be written to.`);
  });
}
