import { useEffect, useState } from 'react';
import { asError } from '../../client/errors.ts';
import type { HomebodyError } from '../../domain/errors.ts';

export interface Answer<Value> {
  /** The newest there is; while another is awaited, the one before. */
  readonly value: Value | null;
  readonly error: HomebodyError | null;
  readonly pending: boolean;
}

/** Asks once for each key ('': not at all); an answer that comes after the next question is dropped. */
export function useAnswer<Value>(key: string, ask: () => Promise<Value>): Answer<Value> {
  const [known, setKnown] = useState<{ readonly key: string } & Omit<Answer<Value>, 'pending'>>({
    key: '',
    value: null,
    error: null,
  });
  useEffect(() => {
    if (key === '') return undefined;
    let wanted = true;
    ask().then(
      (value) => {
        if (wanted) setKnown({ key, value, error: null });
      },
      (reason: unknown) => {
        if (wanted) setKnown({ key, value: null, error: asError(reason) });
      },
    );
    return () => {
      wanted = false;
    };
    // The key says all that the question depends on.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
  }, [key]);
  if (key === '') return { value: null, error: null, pending: false };
  return { value: known.value, error: known.key === key ? known.error : null, pending: known.key !== key };
}
