import { HomebodyError } from '../../domain/errors.ts';

/** @throws 'training/cancelled' when the signal says so. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** Settles with the work, or with 'training/cancelled' as soon as the signal says so. */
export async function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = (): void => {};
  const abort = new Promise<never>((_, reject) => {
    onAbort = (): void => reject(cancelled());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, abort]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function cancelled(): HomebodyError {
  return new HomebodyError('training/cancelled', 'The training was cancelled.', {
    remedy: 'Nothing changed; train again at any time.',
  });
}
