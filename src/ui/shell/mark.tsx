import type { ReactNode } from 'react';
import css from './mark.module.css';

/** The house with its lamp on, as in public/icons/favicon.svg. Decoration beside the name. */
export function Mark(): ReactNode {
  return (
    <svg className={css['mark']} viewBox="0 0 32 32" width="32" height="32" aria-hidden>
      <path className={css['house']} d="M22 4h4v7l5 4v14a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V14L16 1l6 5z" />
      <path className={css['lamp']} d="M12 11h8l4 10H8z" />
      <path className={css['foot']} d="M16 21v6M11 27h10" />
    </svg>
  );
}
