import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** Something that can be done in a room: what it is and, beside or below, how. */
export function Section({ title, lead, children }: SectionProps): ReactNode {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css['section']}>
      <div className={css['said']}>
        <h2 id={heading}>{title}</h2>
        <p className={css['lead']}>{lead}</p>
      </div>
      <div className={css['done']}>{children}</div>
    </section>
  );
}
