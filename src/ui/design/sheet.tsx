import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './sheet.module.css';

export interface SheetProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One kind of part, with its name. */
export function Sheet({ title, hint, children }: SheetProps): ReactNode {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css['sheet']}>
      <h2 id={heading}>{title}</h2>
      {hint !== undefined && <p className={css['hint']}>{hint}</p>}
      {children}
    </section>
  );
}
