import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardGrid } from './card-grid.tsx';
import type { CardGridProps } from './card-grid.tsx';
import css from './more.module.css';

export interface MoreProps extends Omit<CardGridProps, 'whole' | 'goTo'> {
  /** How many there could be at most, `elsewhere` included. */
  readonly available: number;
  /** Cards of the same list that are shown elsewhere. */
  readonly elsewhere: number;
  readonly onMore: () => void;
}

/** A list that grows on demand. The focus goes to the first of what is new; the page stays where it is. */
export function More({ onMore, available, elsewhere, ...grid }: MoreProps): ReactNode {
  const words = useWords().shelf;
  const [goTo, setGoTo] = useState<number | null>(null);
  const more = grid.cards.length + elsewhere < available;
  return (
    <>
      <CardGrid {...grid} whole={more} goTo={goTo} />
      {more && (
        <MoreButton
          onMore={(shown) => {
            setGoTo(shown);
            onMore();
          }}
        >
          {words.showMore}
        </MoreButton>
      )}
    </>
  );
}

/** When the last of the list was shown, the button leaves, and gives the focus to the last card. */
function MoreButton({
  onMore,
  children,
}: {
  readonly onMore: (shown: number) => void;
  readonly children: string;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const cards = (): readonly HTMLElement[] => [
    ...(place.current?.previousElementSibling?.querySelectorAll<HTMLElement>('article') ?? []),
  ];
  useLayoutEffect(() => {
    const own = place.current;
    const list = own?.previousElementSibling;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      setTimeout(() => {
        const all = list?.querySelectorAll<HTMLElement>('article') ?? [];
        [...all].at(-1)?.focus({ preventScroll: true });
      }, 0);
    };
  }, []);
  return (
    <div ref={place} className={css['foot']}>
      <Button onClick={() => onMore(cards().length)}>{children}</Button>
    </div>
  );
}
