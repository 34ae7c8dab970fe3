import { memo, useMemo, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { SteeringPanel } from '../steering/steering-panel.tsx';
import { useWords } from '../words/words-context.tsx';
import { Departments } from './departments.tsx';
import css from './feed-body.module.css';
import { ItemMenuProvider } from './item-menu-context.tsx';
import { More } from './more.tsx';
import { MovedLine } from './moved-line.tsx';
import { ShelfRow } from './shelf-row.tsx';
import { ShopWindow } from './shop-window.tsx';
import { WINDOW } from './shown-feed.ts';
import type { ShownFeed } from './shown-feed.ts';
import { Swiping } from './swiping.tsx';
import { useMoved } from './use-moved.ts';

/** What is on the shelves, from the window to the last department. */
export const FeedBody: MemoExoticComponent<(props: { readonly shown: ShownFeed }) => ReactNode> = memo(
  function FeedBody({ shown }: { readonly shown: ShownFeed }): ReactNode {
    const { cards, shelves, first, feed } = shown;
    const words = useWords().shelf;
    const actions = useActions();
    const currency = useHomebody((state) => state.catalogue?.currency ?? null);
    const { moved, risen } = useMoved(shown);
    const [began] = useState(first);
    const window = useMemo(() => (first ? [] : cards.slice(0, WINDOW)), [cards, first]);
    const list = useMemo(() => (first ? cards : cards.slice(WINDOW)), [cards, first]);

    return (
      <ItemMenuProvider>
        <Swiping>
          {window.length > 0 && (
            <ShopWindow cards={window} currency={currency} risen={risen} arriving={began} />
          )}
          <SteeringPanel />
          <div className={css['body']}>
            <MovedLine moved={moved} />
            {shelves.map((shelf, place) => (
              <ShelfRow
                // By place: another shelf in it is drawn at once, by a row that knows that it is seen.
                key={place}
                shelf={shelf}
                currency={currency}
                risen={risen}
                entry={first && place === 0}
              />
            ))}
            {list.length > 0 && (
              <>
                <h2 id="more" className={css['more']}>
                  {feed?.model === null ? words.morePopular : words.more}
                </h2>
                <More
                  labelledBy="more"
                  level={3}
                  cards={list}
                  currency={currency}
                  risen={risen}
                  entry={first && shelves.length === 0}
                  available={feed?.available ?? 0}
                  elsewhere={window.length}
                  onMore={() => void actions.showMore()}
                />
              </>
            )}
            <Departments />
          </div>
        </Swiping>
      </ItemMenuProvider>
    );
  },
);
