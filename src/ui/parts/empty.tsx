import type { ReactNode } from 'react';
import css from './empty.module.css';

/** What stands where nothing is yet, and how something comes there. */
export function Empty({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>{title}</p>
      <p className={css['hint']}>{hint}</p>
      {children}
    </div>
  );
}
