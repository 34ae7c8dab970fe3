import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardGrid } from './card-grid.tsx';
import type { CardGridProps } from './card-grid.tsx';
import css from './more.module.css';

export interface MoreProps extends CardGridProps {
  /** How many there could be at most, `elsewhere` included. */
  readonly available: number;
  /** Cards of the same list that are shown elsewhere. */
  readonly elsewhere: number;
  readonly onMore: () => void;
}

/** A list that grows on demand. */
export function More({ onMore, available, elsewhere, ...grid }: MoreProps): ReactNode {
  const words = useWords().shelf;
  const count = grid.cards.length + elsewhere;
  return (
    <>
      <CardGrid {...grid} />
      {count < available && (
        <div className={css['foot']}>
          <MoreButton onMore={onMore}>{words.showMore}</MoreButton>
          <p>{words.showing(count, available)}</p>
        </div>
      )}
    </>
  );
}

/** When the last of the list was shown, the button leaves, and gives the focus to the last card. */
function MoreButton({
  onMore,
  children,
}: {
  readonly onMore: () => void;
  readonly children: string;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = place.current;
    const list = own?.parentElement?.previousElementSibling;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      setTimeout(() => {
        const cards = list?.querySelectorAll<HTMLElement>('article') ?? [];
        [...cards].at(-1)?.focus({ preventScroll: true });
      }, 0);
    };
  }, []);
  return (
    <div ref={place}>
      <Button onClick={onMore}>{children}</Button>
    </div>
  );
}
