import type { ReactNode } from 'react';
import type { TrainProgress } from '../../domain/training.ts';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './training-progress.module.css';

export interface TrainingProgressProps {
  readonly progress: TrainProgress;
  readonly cancelling: boolean;
}

export function TrainingProgress({ progress, cancelling }: TrainingProgressProps): ReactNode {
  const words = useWords().training;
  const { phase, epoch, epochs, fraction, remainingMs, losses } = progress;
  const loss = losses.at(-1);
  const left = Number.isFinite(remainingMs) && !cancelling ? words.left(remainingMs) : '';
  const what = cancelling ? words.cancelling : words.phases[phase];

  return (
    <div className={css['progress']}>
      <p className={css['line']}>
        <span>{what}</span>
        <span className={css['soft']}>{left}</span>
      </p>
      <ProgressBar
        label={words.name}
        fraction={fraction}
        text={[words.percent(fraction), left].join(' ').trim()}
      />
      <p className={css['line']}>
        <span className={css['soft']}>{phase === 'training' && words.pass(epoch, epochs)}</span>
        <span className={css['soft']}>{loss !== undefined && `${words.loss} ${words.lossValue(loss)}`}</span>
      </p>
      <Sparkline values={losses} label={words.lossTrend(losses)} />
    </div>
  );
}
