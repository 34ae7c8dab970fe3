import type { ReactNode } from 'react';
import css from './card-skeleton.module.css';

/** A card's shape before its thing is known. Not read out; the list says that it is loading. */
export function CardSkeleton(): ReactNode {
  return (
    <div className={css['card']} aria-hidden>
      <div className={css['picture']} />
      <div className={css['line']} />
      <div className={css['short']} />
      <div className={css['space']} />
    </div>
  );
}
