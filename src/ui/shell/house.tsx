import { lazy, memo, Suspense, useDeferredValue } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { FeedView } from '../feed/feed-view.tsx';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { Header } from './header.tsx';
import css from './house.module.css';
import { placeOf } from './places.ts';
import { useArrival } from './use-arrival.ts';

const Around = lazy(async () => ({ default: (await import('./around.tsx')).Around }));
const HistoryView = lazy(async () => ({
  default: (await import('../history/history-view.tsx')).HistoryView,
}));
const CartView = lazy(async () => ({ default: (await import('../cart/cart-view.tsx')).CartView }));
const WishesView = lazy(async () => ({
  default: (await import('../wishes/wishes-view.tsx')).WishesView,
}));
const TrainingView = lazy(async () => ({
  default: (await import('../training/training-view.tsx')).TrainingView,
}));
const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }));
const DepartmentView = lazy(async () => ({
  default: (await import('../department/department-view.tsx')).DepartmentView,
}));
const ProductView = lazy(async () => ({
  default: (await import('../product/product-view.tsx')).ProductView,
}));
const DataView = lazy(async () => ({ default: (await import('../data/data-view.tsx')).DataView }));
const PrivacyView = lazy(async () => ({
  default: (await import('../privacy/privacy-view.tsx')).PrivacyView,
}));
const LabView = lazy(async () => ({ default: (await import('../lab/lab-view.tsx')).LabView }));
const DesignView = lazy(async () => ({ default: (await import('../design/design-view.tsx')).DesignView }));
const MissingView = lazy(async () => ({ default: (await import('./missing-view.tsx')).MissingView }));

/** What stands around every view, and which view the address means. A dialog that opens draws none of it anew. */
export const House: MemoExoticComponent<() => ReactNode> = memo(function House(): ReactNode {
  const words = useWords().shell;
  const [wanted] = useLocation();
  // The press that leads to a view is answered at once; the view is drawn in slices after it.
  const location = useDeferredValue(wanted);
  const noticed = useHomebody(
    (state) => state.problem !== null || state.phase === 'failed' || state.storage?.damaged !== undefined,
  );
  const place = placeOf(location);
  useArrival(location, words.title(place && place.href !== '/' ? words[place.name] : ''));

  return (
    <div className={css['house']}>
      <button type="button" className={css['skip']} onClick={() => document.querySelector('main')?.focus()}>
        {words.skip}
      </button>
      <Header />
      <main tabIndex={-1} className={css['main']}>
        {noticed && (
          <Suspense fallback={null}>
            <Notices />
          </Suspense>
        )}
        {/* A boundary for each place: the one that is left does not linger, hidden, while the next is on its way. */}
        <Suspense key={roomOf(location)} fallback={<p role="status">{words.loading}</p>}>
          <Switch location={location}>
            <Route path="/" component={FeedView} />
            <Route path="/history" component={HistoryView} />
            <Route path="/cart/:step?">{({ step }) => <CartView step={step} />}</Route>
            <Route path="/wishes" component={WishesView} />
            <Route path="/training" component={TrainingView} />
            <Route path="/department/:row">{({ row }) => <DepartmentView row={row} />}</Route>
            <Route path="/product/:index">{({ index }) => <ProductView index={index} />}</Route>
            <Route path="/data" component={DataView} />
            <Route path="/privacy/:room?/:part?">
              {({ room, part }) => <PrivacyView room={room} part={part} />}
            </Route>
            <Route path="/lab/:part?">{({ part }) => <LabView part={part} />}</Route>
            <Route path="/design" component={DesignView} />
            <Route>
              <MissingView />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <Suspense fallback={null}>
        <Around />
      </Suspense>
    </div>
  );
});

/** The steps of a checkout are one room, and so are the lab and privacy: what one knows is kept from part to part. */
const roomOf = (location: string): string => /^\/(cart|lab|privacy)(?=\/)/.exec(location)?.[0] ?? location;
