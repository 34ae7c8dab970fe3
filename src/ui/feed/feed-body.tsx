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
import { KeptPlace } from './kept-place.tsx';
import { shelfKey } from './shelf-name.ts';
import { ShelfRow } from './shelf-row.tsx';
import { ShopWindow } from './shop-window.tsx';
import { windowOf } from './shown-feed.ts';
import type { ShownFeed } from './shown-feed.ts';
import { SwipeHint } from './swipe-hint.tsx';
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
    const [began, setBegan] = useState(first);
    if (first && !began) setBegan(true);
    const { window, rest: list } = useMemo(
      () => (first ? { window: [], rest: cards } : windowOf(cards)),
      [cards, first],
    );
    const popular = useMemo(
      () => list.every((card) => card.recommendation.reason.kind === 'popular'),
      [list],
    );
    // Shelves that come later are drawn as they come, the first ones as they are reached.
    const [early] = useState(() => new Set(shelves.map(shelfKey)));

    return (
      <ItemMenuProvider>
        <Swiping>
          <KeptPlace first={first}>
            {window.length > 0 && (
              <ShopWindow cards={window} currency={currency} risen={risen} arriving={began} />
            )}
            <SteeringPanel first={first} />
            <div className={css['body']}>
              <MovedLine moved={moved} />
              {shelves.map((shelf, place) => (
                <ShelfRow
                  key={shelfKey(shelf)}
                  shelf={shelf}
                  currency={currency}
                  risen={risen}
                  entry={first && place === 0}
                  drawn={!early.has(shelfKey(shelf))}
                />
              ))}
              {list.length > 0 && (
                <div data-row="more">
                  <h2 id="more" className={css['more']}>
                    {popular || feed?.model === null ? words.morePopular : words.more}
                  </h2>
                  <SwipeHint />
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
                </div>
              )}
              <Departments />
            </div>
          </KeptPlace>
        </Swiping>
      </ItemMenuProvider>
    );
  },
);
