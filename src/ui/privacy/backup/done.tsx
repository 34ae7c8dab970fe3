import type { ReactNode } from 'react';
import { Notice } from '../../parts/notice.tsx';
import type { NoticeProps } from '../../parts/notice.tsx';
import { useFoundFocus } from '../use-found-focus.ts';
import css from './backup.module.css';

/** That something is done, said aloud. */
export function Done({ children, ...rest }: Omit<NoticeProps, 'tone'>): ReactNode {
  const found = useFoundFocus<HTMLDivElement>();
  return (
    <div ref={found} tabIndex={-1} role="status" className={css['said']}>
      <Notice tone="leaf" {...rest}>
        {children}
      </Notice>
    </div>
  );
}
