import { HomebodyError } from '../domain/errors.ts';

/**
 * The typed error for what IndexedDB or WebCrypto threw; anything that is not theirs comes back as it is.
 * `name`s are those of the IndexedDB specification; `QuotaExceededError` is a class of its own in new browsers.
 */
export function storageError(error: unknown): unknown {
  if (error instanceof HomebodyError || !(error instanceof Error)) return error;
  if (error.name === 'QuotaExceededError') {
    return new HomebodyError(
      'vault/quota',
      'The browser has no more room for this page; nothing was changed.',
      {
        remedy: 'Remove an imported catalogue or free some disk space, then try again.',
        cause: error,
      },
    );
  }
  if (error.name === 'InvalidStateError') return closedError(error);
  return error;
}

/** The connection is gone: erased or upgraded by another tab, or ended by the browser. */
export function closedError(cause?: unknown): HomebodyError {
  return new HomebodyError('vault/closed', 'The storage was closed by another tab or by the browser.', {
    remedy: 'Reload the page.',
    cause,
  });
}

/** The database was removed, by this tab or another. */
export function erasedError(): HomebodyError {
  return new HomebodyError('vault/erased', 'Everything that was stored here was erased.', {
    remedy: 'Reload the page to begin anew.',
  });
}
