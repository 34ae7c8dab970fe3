import { HomebodyError } from '../../domain/errors.ts';
import type { ErrorCode } from '../../domain/errors.ts';

/**
 * The code of why a stored checkpoint cannot be used, whether its content does not fit or the storage finds
 * its bytes altered or missing; null for every other error, which is none of the checkpoint's.
 */
export function unusableCheckpoint(error: unknown): ErrorCode | null {
  if (!(error instanceof HomebodyError)) return null;
  return error.code === 'vault/damaged' || error.code.startsWith('checkpoint/') ? error.code : null;
}
