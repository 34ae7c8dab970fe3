import type { ReactNode } from 'react';
import css from './mark.module.css';

/** The house with its lamp on. Decoration beside the name. */
export function Mark(): ReactNode {
  return (
    <svg className={css['mark']} viewBox="0 0 32 32" width="32" height="32" aria-hidden>
      <path className={css['house']} d="M16 2.5 30 14v14a1.5 1.5 0 0 1-1.5 1.5h-25A1.5 1.5 0 0 1 2 28V14z" />
      <path className={css['lamp']} d="M12.2 13h7.6l2.9 8H9.3z" />
      <path className={css['foot']} d="M16 21v5.2M12.4 26.2h7.2" />
    </svg>
  );
}
