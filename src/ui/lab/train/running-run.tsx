import type { ReactNode } from 'react';
import type { ModelDescription } from '../../../domain/model-description.ts';
import type { RunProgress } from '../../../domain/lab.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import { LearningCurves } from './learning-curves.tsx';
import css from './running-run.module.css';

/** The run that is being made: how far it is, how it learns, and the way to end it. */
export function RunningRunPanel(): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const running = useLab((state) => state.running);
  const passes = useLab(({ models }) => models.some((one) => one.name === running?.model && inPasses(one)));
  if (!running) return null;
  const { progress, cancelling, model } = running;
  const left = progress && !cancelling ? words.progress.left(progress.remainingMs) : '';
  const what = cancelling
    ? words.progress.stopping
    : progress
      ? words.progress.what(progress, passes)
      : words.progress.waiting;
  return (
    <Panel
      title={words.progress.title(words.model(model))}
      aside={
        <Button onClick={() => void actions.cancel()} disabled={cancelling}>
          {words.progress.cancel}
        </Button>
      }
    >
      <div className={css['running']}>
        <p className={css['line']}>
          <span>{what}</span>
          <span className={css['soft']}>{left}</span>
        </p>
        <ProgressBar
          label={words.progress.title(words.model(model))}
          fraction={progress?.fraction ?? 0}
          text={[words.progress.percent(progress?.fraction ?? 0), left].join(' ').trim()}
        />
        {progress?.recovered && (
          <Notice tone="ember">
            <p>{words.progress.recovered(progress.recovered.fromEpoch)}</p>
          </Notice>
        )}
        {progress && learns(progress) && (
          <LearningCurves
            model={model}
            losses={progress.losses}
            validation={progress.validation}
            epochs={progress.epochs}
          />
        )}
        {progress && <p className={css['soft']}>{words.progress.where(progress)}</p>}
      </div>
    </Panel>
  );
}

const inPasses = ({ settings }: ModelDescription): boolean =>
  settings.some(({ field }) => field === 'epochs');

/** A model that is solved at once has nothing to show pass by pass. */
const learns = ({ losses, validation, epochs }: RunProgress): boolean =>
  epochs > 1 || losses.length > 1 || validation.length > 1;
