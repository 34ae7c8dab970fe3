import { startTransition, useEffect, useState } from 'react';
import { asError } from '../../client/errors.ts';
import type { FeedComparison } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { useHomebody } from '../homebody-context.tsx';

export type Comparison =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: HomebodyError }
  | { readonly state: 'here'; readonly compared: FeedComparison };

/**
 * Two moments of the shelves, asked for anew with every feed; the former answer stays until the new one is there.
 *
 * @param ask what to ask; asked again when it is another function
 */
export function useComparison(ask: () => Promise<FeedComparison>): Comparison {
  const feed = useHomebody((state) => state.feed);
  const [found, setFound] = useState<{ readonly answer: Comparison; readonly ask: unknown } | null>(null);

  useEffect(() => {
    let current = true;
    const show = (answer: Comparison): void => {
      // Two dozen pictures: they may wait for whatever the person does next.
      if (current) startTransition(() => setFound({ answer, ask }));
    };
    ask().then(
      (compared) => show({ state: 'here', compared }),
      (cause: unknown) => show({ state: 'failed', error: asError(cause) }),
    );
    return () => {
      current = false;
    };
    // The answer is another one when the shelves are.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [ask, feed]);

  return found?.ask === ask ? found.answer : { state: 'loading' };
}
