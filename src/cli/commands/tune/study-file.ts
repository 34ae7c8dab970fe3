import type { StudyState } from '../../../domain/tuning.ts';
import { readFile } from 'node:fs/promises';
import { damaged } from '../../../engine/tuning/study-state.ts';
import { writeWhole } from '../../files/write-whole.ts';

/** What the file holds, not yet checked; null where there is none. @throws 'checkpoint/format' */
export async function readStudyFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged(`"${path}" is not a study: it is no JSON.`);
  }
}

/** @throws 'training/cancelled' */
export function writeStudyFile(path: string, state: StudyState, signal: AbortSignal): Promise<void> {
  return writeWhole(path, new TextEncoder().encode(`${JSON.stringify(state, null, 1)}\n`), signal);
}
