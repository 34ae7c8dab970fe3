import { HomebodyError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';

export function isCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof HomebodyError && error.code === code;
}

/** The error as the page shows it; what is not ours is a defect of ours. */
export function asError(error: unknown): HomebodyError {
  if (error instanceof HomebodyError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new HomebodyError('internal', message, { cause: error });
}
