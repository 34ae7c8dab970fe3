import type { ReactNode } from 'react';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ShownItem } from '../../client/state.ts';
import { IconButton } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './shelf-head.module.css';

export interface ShelfHeadProps {
  readonly id: string;
  readonly name: string;
  readonly of: ShownItem | null;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly onStep: (direction: 1 | -1) => void;
}

/** What is written on a shelf, the picture of what it is about, and the two ways along it. */
export function ShelfHead({ id, name, of, atStart, atEnd, onStep }: ShelfHeadProps): ReactNode {
  const words = useWords().shelf;
  return (
    <header className={css['head']}>
      {of && (
        <div className={css['of']}>
          <ItemPicture item={of.item} small />
        </div>
      )}
      <h2 id={id} className={css['name']}>
        {name}
      </h2>
      <div className={css['buttons']}>
        {/* Not `disabled` at an end: a button that is would lose the focus that brought it there. */}
        <IconButton
          label={words.previous(name)}
          icon={<ChevronLeft aria-hidden />}
          aria-disabled={atStart}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={words.next(name)}
          icon={<ChevronRight aria-hidden />}
          aria-disabled={atEnd}
          onClick={() => onStep(1)}
        />
      </div>
    </header>
  );
}
