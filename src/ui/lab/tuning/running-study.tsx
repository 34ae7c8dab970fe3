import type { ReactNode } from 'react';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import type { RunningStudy } from '../../../client/lab/lab-state.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useLabActions, useLabWords } from '../lab-context.tsx';
import css from './running-study.module.css';

/** The study at work: how far it is and what it has found, and the ways to hold and to end it. */
export function RunningStudyPanel({ studying }: { readonly studying: RunningStudy }): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const { plan, progress, paused, cancelling } = studying;
  const title = words.tuning.running(words.model(plan.model));
  const fraction = progress?.fraction ?? 0;
  const left = progress && !cancelling && !paused ? words.progress.left(progress.remainingMs) : '';
  const what = cancelling
    ? words.progress.stopping
    : !progress
      ? words.progress.waiting
      : paused
        ? words.tuning.paused(progress)
        : words.tuning.what(progress);
  return (
    <Panel title={title}>
      <div className={css['running']}>
        <p className={css['line']}>
          <span>{what}</span>
          <span className={css['soft']}>{left}</span>
        </p>
        <ProgressBar
          label={title}
          fraction={fraction}
          text={[words.progress.percent(fraction), left].join(' ').trim()}
        />
        <p className={css['soft']}>
          {progress && Number.isFinite(progress.best)
            ? words.tuning.bestSoFar(words.metrics[plan.metric].name, progress.best)
            : words.tuning.noneYet}
        </p>
        <div className={css['acts']}>
          {paused ? (
            <Button
              look="main"
              icon={<Play size={18} aria-hidden />}
              onClick={() => void actions.resumeStudy()}
            >
              {words.tuning.goOn}
            </Button>
          ) : (
            <Button
              icon={<Pause size={18} aria-hidden />}
              disabled={!progress || cancelling}
              onClick={() => void actions.pauseStudy()}
            >
              {words.tuning.pause}
            </Button>
          )}
          <Button disabled={cancelling} onClick={() => void actions.cancel()}>
            {words.tuning.cancel}
          </Button>
        </div>
        <p className={css['soft']}>{words.tuning.kept}</p>
      </div>
    </Panel>
  );
}
