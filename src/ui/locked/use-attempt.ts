import { useState } from 'react';
import { asError } from '../../client/errors.ts';
import type { HomebodyError } from '../../domain/errors.ts';

export interface Attempt {
  readonly busy: boolean;
  /** Why the last one failed. */
  readonly error: HomebodyError | null;
  /** One at a time. Whether it went well. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Something that is tried, takes its time, and may fail. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<HomebodyError | null>(null);
  return {
    busy,
    error,
    forget: () => setError(null),
    run: async (work) => {
      if (busy) return false;
      setBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (reason) {
        setError(asError(reason));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
