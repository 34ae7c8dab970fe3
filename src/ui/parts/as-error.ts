import { HomebodyError } from '../../domain/errors.ts';

/** What a call rejected with, as something that can be put into words. */
export function asError(cause: unknown): HomebodyError {
  return cause instanceof HomebodyError ? cause : new HomebodyError('internal', String(cause), { cause });
}
