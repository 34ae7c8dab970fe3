import { Suspense, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { Empty } from '../parts/empty.tsx';
import { later } from '../shell/later.ts';
import { readPreference } from '../shell/preference.ts';
import { useWords } from '../words/words-context.tsx';
import { FrontSkeleton } from '../first-minute/front-skeleton.tsx';
import { ShelvesSkeleton } from './feed-skeleton.tsx';
import css from './feed-view.module.css';
import { Greeting } from './greeting.tsx';
import type { ShownFeed } from './shown-feed.ts';
import { useCardFocus } from './use-card-focus.ts';
import { useFirstMinute } from './use-first-minute.ts';
import { useHeld } from './use-held.ts';
import { useInTime } from './use-in-time.ts';

const Beside = later(() => import('./beside.tsx'), 'Beside');
// Under way at once: the workers take longer than these parts, which the shell need not wait for.
const body = import('./feed-body.tsx');
const FeedBody = later(() => body, 'FeedBody');
const FirstMinute = later(() => import('../first-minute/first-minute.tsx'), 'FirstMinute');

type Unfilled = Omit<ShownFeed, 'cards'> & { readonly cards: null };
const isFilled = (shown: ShownFeed | Unfilled): shown is ShownFeed => shown.cards !== null;

/** The front room: the shop window or the first minute, the shelves, and what the shop knows and how it learns. */
export function FeedView(): ReactNode {
  const words = useWords();
  const cards = useHomebody((state) => state.cards);
  const shelves = useHomebody((state) => state.shelves);
  const feed = useHomebody((state) => state.feed);
  const catalogue = useHomebody((state) => state.catalogue);
  const failed = useHomebody((state) => state.phase === 'failed');
  const pending = useHomebody((state) => state.feedPending);
  const { lasts: first, end } = useFirstMinute();
  const newest = useMemo(
    () => ({ cards, shelves, feed, first }) as ShownFeed | Unfilled,
    [cards, shelves, feed, first],
  );
  const held = useHeld(newest);
  // All of it changes as one.
  const shown = held.value;
  // Its rows are laid in turn; it stands when the last of them that is near the screen does.
  const laid = useInTime(shown, true);
  const known = shown.cards !== null;
  // Until the history is known: as it was when the page was left.
  const greets = known ? shown.first : readPreference('front', ['window'], 'first') === 'first';
  const room = useRef<HTMLDivElement>(null);
  const focus = useCardFocus(room, shown);

  return (
    <div className={css['room']}>
      <section
        className={css['shelves']}
        aria-labelledby="for-you"
        aria-busy={!failed && (pending || !known || shown !== newest || laid !== shown)}
        data-model={laid.feed?.model ?? undefined}
        data-answer={
          laid.feed
            ? `${laid.feed.model} ${laid.feed.historyVersion} ${laid.feed.adventurousness}`
            : undefined
        }
      >
        {greets && (
          <div className={css['first']}>
            <Greeting />
            {!failed && (
              <Suspense fallback={<FrontSkeleton />}>
                {known && catalogue ? <FirstMinute key={catalogue.id} onEnd={end} /> : <FrontSkeleton />}
              </Suspense>
            )}
          </div>
        )}
        {/* It only hears of what its cards are for: keys that move between them, fingers that rest on them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={room}
          className={css['hearing']}
          data-room
          onPointerDown={held.onPointerDown}
          onPointerUp={held.onPointerEnd}
          onPointerCancel={held.onPointerEnd}
          onPointerLeave={held.onPointerEnd}
          onFocus={focus.onFocus}
          onBlur={focus.onBlur}
          onKeyDown={focus.onKeyDown}
        >
          <header className={greets ? css['headBelow'] : css['head']}>
            <Heading level={greets ? 2 : 1} />
            <p className={css['lead']}>
              {catalogue &&
                (catalogue.simulated
                  ? words.feed.leadSimulated(catalogue.itemCount, words.catalogueName(catalogue))
                  : words.feed.lead(catalogue.itemCount, words.catalogueName(catalogue)))}
            </p>
          </header>
          {!isFilled(shown) ? (
            !failed && <ShelvesSkeleton window={!greets} />
          ) : shown.cards.length + shown.shelves.length === 0 ? (
            <div className={css['empty']}>
              <Empty title={words.feed.empty} hint={words.feed.emptyHint} />
            </div>
          ) : (
            <Suspense fallback={<ShelvesSkeleton window={!greets} />}>
              <FeedBody key={catalogue?.id} shown={shown} />
            </Suspense>
          )}
        </div>
      </section>
      <div className={css['beside']}>
        <Suspense fallback={null}>
          <Beside />
        </Suspense>
      </div>
    </div>
  );
}

function Heading({ level }: { readonly level: 1 | 2 }): ReactNode {
  const words = useWords().feed;
  const Level = level === 1 ? 'h1' : 'h2';
  return (
    <Level id="for-you" tabIndex={-1}>
      {words.title}
    </Level>
  );
}
