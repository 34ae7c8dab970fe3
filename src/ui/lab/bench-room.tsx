import type { ReactNode } from 'react';
import css from './bench-room.module.css';
import { Board } from './board/board.tsx';
import { DataFacts } from './facts/data-facts.tsx';
import { useLab } from './lab-context.tsx';
import { RunningRunPanel } from './train/running-run.tsx';
import { TrainForm } from './train/train-form.tsx';

/** What there is to learn from, the next run, the one that is being made, and all that were. */
export function BenchRoom(): ReactNode {
  const running = useLab((state) => state.running !== null);
  return (
    <div className={css['bench']}>
      <div className={css['form']}>
        <TrainForm />
      </div>
      <div className={css['rest']}>
        {running && <RunningRunPanel />}
        <Board />
        <DataFacts />
      </div>
    </div>
  );
}
