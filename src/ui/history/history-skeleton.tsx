import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import css from './history-skeleton.module.css';

const ROWS = [0, 1, 2, 3, 4, 5];

/** The history before it is there. */
export function HistorySkeleton(): ReactNode {
  const words = useWords().history;
  return (
    <div className={css['rows']}>
      <p className="aside-voice" role="status">
        {words.loading}
      </p>
      {ROWS.map((row) => (
        <div key={row} className={css['row']} aria-hidden>
          <div className={css['picture']} />
          <div className={css['text']} />
        </div>
      ))}
    </div>
  );
}
