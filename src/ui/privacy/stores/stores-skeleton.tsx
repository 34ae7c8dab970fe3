import type { ReactNode } from 'react';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './stores-skeleton.module.css';

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** A list of what is stored, before it is there. */
export function StoresSkeleton(): ReactNode {
  const words = usePrivacyWords().things;
  return (
    <div className={css['rows']} aria-busy>
      <p className="aside-voice" role="status">
        {words.loading}
      </p>
      {ROWS.map((row) => (
        <div key={row} className={css['row']} aria-hidden>
          <div className={css['name']} />
          <div className={css['size']} />
          <div className={css['what']} />
        </div>
      ))}
    </div>
  );
}
