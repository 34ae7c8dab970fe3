import { lazy, Suspense, useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { Empty } from '../parts/empty.tsx';
import { useWords } from '../words/words-context.tsx';
import { AdventureSlider } from './adventure-slider.tsx';
import { CardSkeleton } from './card-skeleton.tsx';
import { FeedList } from './feed-list.tsx';
import css from './feed-view.module.css';

const Beside = lazy(async () => ({ default: (await import('./beside.tsx')).Beside }));

const SKELETONS = Array.from({ length: 8 }, (_, place) => place);

/** The front room: the shelves, and beside them what the shop knows and how it learns. */
export function FeedView(): ReactNode {
  const words = useWords();
  const newest = useHomebody((state) => state.cards);
  const catalogue = useHomebody((state) => state.catalogue);
  const newestFeed = useHomebody((state) => state.feed);
  const failed = useHomebody((state) => state.phase === 'failed');
  const pending = useHomebody((state) => state.feedPending);
  // New shelves are drawn in slices between whatever else the page has to do; both values change as one.
  const cards = useDeferredValue(newest);
  const feed = useDeferredValue(newestFeed);

  return (
    <div className={css['room']}>
      <p className={css['promise']}>
        {words.shell.promise.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
      <section
        className={css['shelves']}
        aria-labelledby="for-you"
        aria-busy={!failed && (pending || cards === null || cards !== newest)}
        data-model={feed?.model ?? undefined}
        data-answer={feed ? `${feed.model} ${feed.historyVersion} ${feed.adventurousness}` : undefined}
      >
        <header className={css['head']}>
          <div>
            <h1 id="for-you" tabIndex={-1}>
              {words.feed.title}
            </h1>
            {catalogue && (
              <p className={css['lead']}>
                {catalogue.simulated
                  ? words.feed.leadSimulated(catalogue.itemCount, catalogue.name)
                  : words.feed.lead(catalogue.itemCount, catalogue.name)}
              </p>
            )}
          </div>
          <AdventureSlider />
        </header>
        {cards === null && !failed && (
          <div className={css['skeletons']}>
            <p className="aside-voice">{words.feed.loading}</p>
            {SKELETONS.map((place) => (
              <CardSkeleton key={place} />
            ))}
          </div>
        )}
        {cards?.length === 0 && <Empty title={words.feed.empty} hint={words.feed.emptyHint} />}
        {cards !== null && cards.length > 0 && (
          <FeedList key={catalogue?.id} cards={cards} currency={catalogue?.currency ?? null} />
        )}
      </section>
      <div className={css['beside']}>
        <Suspense fallback={null}>
          <Beside />
        </Suspense>
      </div>
    </div>
  );
}
