import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { changesBetween } from './changes.ts';
import { ShelvesSkeleton } from './shelves-skeleton.tsx';
import { TwoShelves } from './two-shelves.tsx';
import { useComparison } from './use-comparison.ts';
import css from './what-moved.module.css';

/** The shelves right before and right after an answer: a sentence, then both. */
export function WhatMoved({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const { event, item } = entry;
  const ask = useCallback(() => actions.whatMoved(event), [actions, event]);
  const answer = useComparison(ask);

  return (
    <div className={css['moved']} aria-busy={answer.state === 'loading'}>
      <p className={css['sentence']}>
        {words.moved.sentences([
          words.moved.because(event.kind, words.item(item).title),
          ...(answer.state === 'here' ? [summaryOf(answer.compared, words.moved)] : []),
        ])}
      </p>
      {answer.state === 'loading' && <ShelvesSkeleton label={words.moved.loading} />}
      {answer.state === 'failed' && <ErrorNotice error={answer.error} />}
      {answer.state === 'here' && (
        <TwoShelves
          compared={answer.compared}
          before={words.moved.before}
          after={words.moved.after}
          decided={item.id}
        />
      )}
    </div>
  );
}

function summaryOf(
  compared: {
    readonly before: Parameters<typeof changesBetween>[0];
    readonly after: Parameters<typeof changesBetween>[1];
  },
  words: { readonly summary: (came: number, left: number, rose: number, fell: number) => string },
): string {
  const { came, left, rose, fell } = changesBetween(compared.before, compared.after);
  return words.summary(came.length, left.length, rose.length, fell.length);
}
