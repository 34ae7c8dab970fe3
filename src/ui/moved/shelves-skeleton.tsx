import type { ReactNode } from 'react';
import { FRONT_PLACES } from '../../domain/recommendation.ts';
import css from './shelves-skeleton.module.css';

const ROWS = Array.from({ length: FRONT_PLACES }, (_, row) => row);

/** Both shelves before they are there, as tall as they will be. */
export function ShelvesSkeleton({ label }: { readonly label: string }): ReactNode {
  return (
    <div className={css['skeleton']}>
      <p className="aside-voice" role="status">
        {label}
      </p>
      {ROWS.map((row) => (
        <div key={row} className={css['row']} aria-hidden>
          <div className={css['thing']} />
          <div className={css['thing']} />
        </div>
      ))}
    </div>
  );
}
