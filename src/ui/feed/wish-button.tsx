import type { ReactNode } from 'react';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { CardIcon } from './card-icon.tsx';
import css from './wish-button.module.css';

const ICON = (
  <span className={css['disc']}>
    <CardIcon name="wish" />
  </span>
);

/** Puts a thing on the wish list: the mark at the corner of its picture. */
export function WishButton({
  index,
  className,
}: {
  readonly index: ItemIndex;
  readonly className: string | undefined;
}): ReactNode {
  const words = useWords().shelf;
  const actions = useActions();
  return (
    <IconButton
      label={words.wish}
      icon={ICON}
      className={[css['wish'], className].filter(Boolean).join(' ')}
      onClick={() => void actions.record('wish', index)}
    />
  );
}
