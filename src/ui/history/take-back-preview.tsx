import { useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useActions } from '../homebody-context.tsx';
import { changesBetween } from '../moved/changes.ts';
import { ShelvesSkeleton } from '../moved/shelves-skeleton.tsx';
import { TwoShelves } from '../moved/two-shelves.tsx';
import { useComparison } from '../moved/use-comparison.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { ChangeStrips } from './change-strips.tsx';
import type { HistoryGroup } from './groups.ts';
import css from './take-back-preview.module.css';

export interface TakeBackPreviewProps {
  readonly group: HistoryGroup;
  /** Both shelves beside each other, where there is room for them. */
  readonly roomy: boolean;
  readonly onTakeBack: () => void;
  readonly onKeep: () => void;
}

/** What would change, before it changes; then take it back or keep it. */
export function TakeBackPreview({ group, roomy, onTakeBack, onKeep }: TakeBackPreviewProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const summary = useId();
  const confirm = useRef<HTMLDivElement>(null);
  const events = useMemo(() => group.entries.map((entry) => entry.event), [group]);
  const ask = useCallback(() => actions.previewTakeBack(events), [actions, events]);
  const answer = useComparison(ask);
  const changes =
    answer.state === 'here' ? changesBetween(answer.compared.before, answer.compared.after) : null;

  // Whoever opens it is one key away from either answer, and hears first what would change.
  useEffect(() => confirm.current?.querySelector('button')?.focus({ preventScroll: true }), []);

  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onKeep();
  };

  return (
    // It only hears of Escape, for its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={words.moved.title}
      className={css['preview']}
      aria-busy={answer.state === 'loading'}
      onKeyDown={escape}
    >
      <p id={summary} role="status" className={css['summary']}>
        {changes ? words.moved.without.summary(changes.places) : words.moved.without.loading}
      </p>
      <div ref={confirm} className={css['acts']}>
        <Button look="main" aria-describedby={summary} onClick={onTakeBack}>
          {words.history.takeBackNow}
        </Button>
        <Button onClick={onKeep}>{words.history.keep}</Button>
      </div>
      {answer.state === 'failed' && <ErrorNotice error={answer.error} />}
      {answer.state === 'loading' && roomy && <ShelvesSkeleton label={words.moved.without.loading} />}
      {answer.state === 'here' && roomy && (
        <TwoShelves
          compared={answer.compared}
          before={words.moved.without.today}
          after={words.moved.without.without}
        />
      )}
      {changes && !roomy && <ChangeStrips changes={changes} />}
    </div>
  );
}
