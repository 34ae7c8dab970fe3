import type { ReactNode } from 'react';
import { useLabWords } from './lab-context.tsx';
import css from './lab-skeleton.module.css';

/** The lab in its final shape, before anything is known of it. */
export function LabSkeleton({ label }: { readonly label?: string }): ReactNode {
  const words = useLabWords();
  return (
    <div className={css['rooms']} aria-busy>
      <p className="aside-voice" role="status">
        {label ?? words.opening}
      </p>
      <div className={css['side']} aria-hidden />
      <div className={css['main']} aria-hidden>
        <div className={css['strip']} />
        <div className={css['board']} />
      </div>
    </div>
  );
}
