import type { ReactNode } from 'react';
import type { Interval } from '../../../domain/evaluation.ts';
import css from './whisker.module.css';

export interface WhiskerProps {
  readonly value: number;
  readonly interval: Interval;
  /** Ends of the scale; what lies beyond is drawn at the end. */
  readonly from: number;
  readonly to: number;
  /** What the ends mean. */
  readonly ends?: readonly [string, string];
  readonly tone: 'ember' | 'leaf' | 'ink';
}

/** Where a figure lies on its scale, with the interval that it is known within. The figure itself stands beside it. */
export function Whisker({ value, interval, from, to, ends, tone }: WhiskerProps): ReactNode {
  const place = (at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from))) * 100 || 0;
  const [low, high] = [place(interval.low), place(interval.high)];
  return (
    <div className={css['whisker']} aria-hidden>
      <div className={css['track']}>
        <div className={[css['bar'], css[tone]].join(' ')} style={{ width: `${place(value)}%` }} />
        <div className={css['interval']} style={{ left: `${low}%`, width: `${high - low}%` }} />
      </div>
      {ends && (
        <div className={css['ends']}>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
