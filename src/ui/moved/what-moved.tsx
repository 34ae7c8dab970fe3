import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { HistoryGroup } from '../history/groups.ts';
import { useActions } from '../homebody-context.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { changesBetween } from './changes.ts';
import { ShelvesSkeleton } from './shelves-skeleton.tsx';
import { TwoShelves } from './two-shelves.tsx';
import { useComparison } from './use-comparison.ts';
import css from './what-moved.module.css';

/** Things that a sentence can name. */
const NAMED = 3;

/** The shelves right before and right after an answer, or an order: a sentence, then both. */
export function WhatMoved({ group }: { readonly group: HistoryGroup }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const { entries, kind } = group;
  const last = entries[0].event;
  const first = entries.at(-1)?.event ?? last;
  const ask = useCallback(() => actions.whatMoved(first, last), [actions, first, last]);
  const titles = [...new Set(entries.map((entry) => words.item(entry.item).title))];
  const answer = useComparison(ask);

  return (
    <div className={css['moved']} aria-busy={answer.state === 'loading'}>
      <p className={css['sentence']}>
        {words.moved.sentences([
          words.moved.because(kind, titles.slice(0, NAMED), Math.max(0, titles.length - NAMED)),
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
          decided={new Set(entries.map((entry) => entry.item.id))}
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
