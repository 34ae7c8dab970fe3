import type { ReactNode } from 'react';
import css from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 … 1. */
  readonly fraction: number;
  /** What a screen reader says instead of the per cent. */
  readonly text: string;
}

export function ProgressBar({ label, fraction, text }: ProgressBarProps): ReactNode {
  const done = Math.min(1, Math.max(0, fraction));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(done * 100)}
      aria-valuetext={text}
      className={css['track']}
    >
      <div className={css['done']} style={{ transform: `scaleX(${done})` }} />
    </div>
  );
}
