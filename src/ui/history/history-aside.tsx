import { useId } from 'react';
import type { ReactNode } from 'react';
import { WhatMoved } from '../moved/what-moved.tsx';
import { useWords } from '../words/words-context.tsx';
import type { HistoryGroup } from './groups.ts';
import css from './history-aside.module.css';
import { groupName } from './history-row.tsx';
import { TakeBackPreview } from './take-back-preview.tsx';

export interface HistoryAsideProps {
  readonly group: HistoryGroup;
  /** It is about to be taken back; else what it moved is shown. */
  readonly taking: boolean;
  readonly onTakeBack: (group: HistoryGroup) => void;
  readonly onKeep: (group: HistoryGroup) => void;
}

/** Beside the list: what a row moved, or what would change without it. */
export function HistoryAside({ group, taking, onTakeBack, onKeep }: HistoryAsideProps): ReactNode {
  const words = useWords();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css['aside']}>
      <h2 id={heading} className={css['title']}>
        {taking ? words.history.question(groupName(group, words)) : words.moved.title}
      </h2>
      {taking ? (
        <TakeBackPreview
          group={group}
          roomy
          onTakeBack={() => onTakeBack(group)}
          onKeep={() => onKeep(group)}
        />
      ) : (
        <WhatMoved group={group} />
      )}
    </section>
  );
}
