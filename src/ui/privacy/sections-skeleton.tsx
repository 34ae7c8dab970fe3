import type { ReactNode } from 'react';
import { usePrivacyWords } from './privacy-words-context.tsx';
import css from './sections-skeleton.module.css';

/** What can be done in a room, before it can. */
export function SectionsSkeleton(): ReactNode {
  const words = usePrivacyWords().things;
  return (
    <div className={css['sections']} aria-busy>
      <p className="aside-voice" role="status">
        {words.loading}
      </p>
      {[0, 1].map((section) => (
        <div key={section} className={css['section']} aria-hidden>
          <div className={css['said']} />
          <div className={css['done']} />
        </div>
      ))}
    </div>
  );
}
