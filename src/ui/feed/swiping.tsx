import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions } from '../homebody-context.tsx';
import { ITEM_ATTRIBUTE } from './item-attribute.ts';
import { readPreference, writePreference } from '../shell/preference.ts';
import { SwipedContext } from './swiped-context.ts';
import { SwipeSign } from './swipe-sign.tsx';
import css from './swiping.module.css';
import { useSwipe } from './use-swipe.ts';

/** Lets the things within it that ask for it be liked or turned down by a swipe. The buttons stay beside it. */
export function Swiping({ children }: { readonly children: ReactNode }): ReactNode {
  const actions = useActions();
  const [swiped, setSwiped] = useState(() => readPreference('swipe', ['known'], 'new') === 'known');
  const answer = useCallback(
    (kind: 'like' | 'dismiss', thing: HTMLElement) => {
      const index = Number(thing.getAttribute(ITEM_ATTRIBUTE));
      setSwiped(true);
      writePreference('swipe', 'known');
      void actions.record(kind, index as ItemIndex);
    },
    [actions],
  );
  const { swipe, ...handlers } = useSwipe('[data-swipe]', answer);
  return (
    <div className={css['swiping']} {...handlers}>
      <SwipedContext value={swiped}>{children}</SwipedContext>
      {swipe && <SwipeSign swipe={swipe} />}
    </div>
  );
}
