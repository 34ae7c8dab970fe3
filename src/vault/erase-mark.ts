import { HomebodyError } from '../domain/errors.ts';

/** Stands where the keyring was, from the moment on that an erasing has begun, until the database itself is removed. */
export const ERASING = { erasing: true } as const;

/** @throws 'vault/erasing' when this is the mark */
export function refuseErased(keyring: unknown): void {
  if (typeof keyring !== 'object' || keyring === null || !('erasing' in keyring)) return;
  throw new HomebodyError('vault/erasing', 'An erasing was begun here and is not finished.', {
    remedy: 'It goes on by itself when the page is opened.',
  });
}
