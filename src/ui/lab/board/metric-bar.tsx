import type { ReactNode } from 'react';
import type { LabRun } from '../../../domain/lab.ts';
import { useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import css from './metric-bar.module.css';
import type { SHOWN_METRICS } from './run-acts.ts';

export interface MetricBarProps {
  readonly run: LabRun;
  readonly metric: (typeof SHOWN_METRICS)[number];
  /** The end of the scale, which begins at 0. */
  readonly top: number;
}

/** A figure, and under it where it lies among all, with the interval that it is known within. */
export function MetricBar({ run, metric, top }: MetricBarProps): ReactNode {
  const words = useLabWords();
  const value = run.metrics[metric];
  if (value === undefined) return <span className={css['none']}>{words.board.notMeasured}</span>;
  const interval = run.intervals[metric];
  const colour = modelColour(run.model);
  const place = (at: number): string => `${(Math.max(0, at) / top) * 100}%`;
  return (
    <div className={css['metric']}>
      <span className={css['value']}>{words.figure(value)}</span>
      {interval && <span className="aside-voice">{words.between(interval)}</span>}
      <div className={css['track']} aria-hidden>
        <div className={css['bar']} style={{ width: place(value), background: colour }} />
        {interval && (
          <div
            className={css['interval']}
            style={{ left: place(interval.low), width: place(interval.high - interval.low) }}
          />
        )}
      </div>
    </div>
  );
}
