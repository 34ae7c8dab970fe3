import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import css from './cart-skeleton.module.css';

const LINES = [0, 1, 2];

/** The cart before it is there. */
export function CartSkeleton(): ReactNode {
  const words = useWords().cart;
  return (
    <div>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="aside-voice" role="status">
        {words.loading}
      </p>
      <div className={css['lines']} aria-hidden>
        {LINES.map((line) => (
          <div key={line} className={css['line']}>
            <div className={css['picture']} />
            <div className={css['text']} />
          </div>
        ))}
      </div>
    </div>
  );
}
