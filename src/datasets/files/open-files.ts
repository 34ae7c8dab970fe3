import { damaged } from './damaged.ts';
import { plainFile, zippedFile } from './dataset-file.ts';
import type { DatasetFile } from './dataset-file.ts';
import type { ImportMeter } from './import-meter.ts';
import { readPieces } from './read-pieces.ts';
import type { SourceFile } from './source-file.ts';
import { isZip, readZipDirectory } from './zip-directory.ts';

/**
 * What the given files are or contain; zip archives are replaced by their entries, without folders and the
 * shadow files that some systems add. Reads a few bytes of each file only.
 * @throws 'import/damaged', 'import/cancelled'
 */
export async function openFiles(sources: readonly SourceFile[], meter: ImportMeter): Promise<DatasetFile[]> {
  const files: DatasetFile[] = [];
  for (const source of sources) {
    meter.enter('opening', source.name);
    if (isZip(await firstPiece(source, meter))) {
      for (const entry of await readZipDirectory(source, meter)) {
        if (isContent(entry.path)) files.push(zippedFile(source, entry, meter));
      }
    } else if (/\.zip$/i.test(source.name)) {
      throw damaged(
        source.name,
        source.size === 0 ? 'is empty' : 'is not a zip archive, though its name says so',
      );
    } else {
      files.push(plainFile(source, meter));
    }
  }
  return files;
}

function isContent(path: string): boolean {
  return !path.endsWith('/') && !path.startsWith('__MACOSX/') && !/(^|\/)\./.test(path);
}

async function firstPiece(source: SourceFile, meter: ImportMeter): Promise<Uint8Array> {
  for await (const piece of readPieces(source, meter)) return piece;
  return new Uint8Array(0);
}
