import { startTransition, useEffect, useState } from 'react';
import { asError } from '../../client/errors.ts';
import type { FeedCard } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/recommendation.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';

interface Answer {
  /** Null where there was none. */
  readonly cards: readonly FeedCard[] | null;
  readonly available: number;
  readonly error: HomebodyError | null;
  /** The moment that it is of. */
  readonly feed: Feed | null;
}

export interface Department extends Omit<Answer, 'feed'> {
  /** A newer answer is on its way. */
  readonly pending: boolean;
}

/** The first `k` things of a department, anew with every answer of the visitor: the former ones stay until then. */
export function useDepartment(name: string, k: number): Department {
  const actions = useActions();
  const feed = useHomebody((state) => state.feed);
  const [answer, setAnswer] = useState<Answer>({ cards: null, available: 0, error: null, feed: null });

  useEffect(() => {
    if (!feed) return undefined;
    let current = true;
    actions.browse(name, k).then(
      ({ cards, available }) => {
        // A long list, drawn in slices between whatever else the page has to do.
        if (current) startTransition(() => setAnswer({ cards, available, error: null, feed }));
      },
      (cause: unknown) => {
        if (current) setAnswer((was) => ({ ...was, error: asError(cause), feed }));
      },
    );
    return () => {
      current = false;
    };
  }, [actions, name, k, feed]);

  return { ...answer, pending: answer.feed !== feed };
}
