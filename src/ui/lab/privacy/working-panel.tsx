import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import css from './privacy-room.module.css';

/** What is at work in this room: how far it is, and the way to end it. */
export function WorkingPanel(): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const work = useLab((state) => state.privacyWork);
  if (!work) return null;
  const { kind, progress, cancelling } = work;
  const title = words.privacy.work.titles[kind];
  const left = progress && !cancelling ? words.progress.left(progress.remainingMs) : '';
  const what = cancelling
    ? words.progress.stopping
    : progress
      ? words.privacy.work.stage(progress)
      : words.progress.waiting;
  return (
    <Panel
      title={title}
      aside={
        <Button onClick={() => void actions.cancel()} disabled={cancelling}>
          {words.progress.cancel}
        </Button>
      }
    >
      <div className={css['stack']}>
        <p className={css['line']}>
          <span>{what}</span>
          <span className={css['soft']}>{left}</span>
        </p>
        <ProgressBar
          label={title}
          fraction={progress?.fraction ?? 0}
          text={[words.progress.percent(progress?.fraction ?? 0), left].join(' ').trim()}
        />
      </div>
    </Panel>
  );
}
