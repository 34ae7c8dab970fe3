import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** The page's main heading when the panel is a page of its own. */
  readonly level?: 1 | 2;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A named region with a heading. */
export function Panel({ title, aside, level = 2, children, className }: PanelProps): ReactNode {
  const heading = useId();
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section aria-labelledby={heading} className={[css['panel'], className].filter(Boolean).join(' ')}>
      <header className={css['head']}>
        <Heading id={heading} tabIndex={level === 1 ? -1 : undefined}>
          {title}
        </Heading>
        {aside}
      </header>
      {children}
    </section>
  );
}
