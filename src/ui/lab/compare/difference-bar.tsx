import type { ReactNode } from 'react';
import type { Comparison } from '../../../domain/evaluation.ts';
import { useLabWords } from '../lab-context.tsx';
import css from './difference-bar.module.css';

/** A difference with its interval about a line that stands for none. Without an own scale: each fills its row. */
export function DifferenceBar({
  comparison: { difference, interval },
  beside,
}: {
  readonly comparison: Comparison;
  /** The larger of the two values, by size. */
  readonly beside: number;
}): ReactNode {
  const words = useLabWords();
  const reach = Math.max(Math.abs(interval.low), Math.abs(interval.high), Math.abs(difference)) || 1;
  const place = (value: number): number => 50 + (value / reach) * 48;
  const clear = interval.low > 0 || interval.high < 0;
  return (
    <div className={css['row']}>
      <span className={css['value']}>{words.signed(difference, beside)}</span>
      <div className={css['track']} aria-hidden>
        <div className={css['zero']} />
        <div
          className={[css['interval'], clear && css['clear']].filter(Boolean).join(' ')}
          style={{
            left: `${place(interval.low)}%`,
            width: `${place(interval.high) - place(interval.low)}%`,
          }}
        />
        <div
          className={[css['dot'], clear && css['clear']].filter(Boolean).join(' ')}
          style={{ left: `${place(difference)}%` }}
        />
      </div>
    </div>
  );
}
