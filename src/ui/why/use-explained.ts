import { useEffect, useState } from 'react';
import { asError } from '../../client/errors.ts';
import type { ExplainedItem } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';

export type Explained =
  | { readonly state: 'loading' }
  | { readonly state: 'gone' }
  | { readonly state: 'failed'; readonly error: HomebodyError }
  | { readonly state: 'here'; readonly explained: ExplainedItem; readonly feed: Feed | null };

/**
 * Asks why an item is shown, anew with every feed, that is whenever the history, the mood or the model changed;
 * the former answer stays until the new one is there.
 */
export function useExplained(index: ItemIndex): Explained {
  const actions = useActions();
  const feed = useHomebody((state) => state.feed);
  const [found, setFound] = useState<{ readonly answer: Explained; readonly index: ItemIndex } | null>(null);

  useEffect(() => {
    let current = true;
    const show = (answer: Explained): void => {
      if (current) setFound({ answer, index });
    };
    actions.explain(index).then(
      (explained) => show(explained ? { state: 'here', explained, feed } : { state: 'gone' }),
      (cause: unknown) => show({ state: 'failed', error: asError(cause) }),
    );
    return () => {
      current = false;
    };
  }, [actions, index, feed]);

  return found?.index === index ? found.answer : { state: 'loading' };
}
