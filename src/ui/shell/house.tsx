import { memo, Suspense, useDeferredValue } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { FeedView } from '../feed/feed-view.tsx';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { Header } from './header.tsx';
import css from './house.module.css';
import { later } from './later.ts';
import { placeOf } from './places.ts';
import { useArrival } from './use-arrival.ts';

const Around = later(() => import('./around.tsx'), 'Around');
const HistoryView = later(() => import('../history/history-view.tsx'), 'HistoryView');
const CartView = later(() => import('../cart/cart-view.tsx'), 'CartView');
const WishesView = later(() => import('../wishes/wishes-view.tsx'), 'WishesView');
const TrainingView = later(() => import('../training/training-view.tsx'), 'TrainingView');
const Notices = later(() => import('./notices.tsx'), 'Notices');
const DepartmentView = later(() => import('../department/department-view.tsx'), 'DepartmentView');
const ProductView = later(() => import('../product/product-view.tsx'), 'ProductView');
const DataView = later(() => import('../data/data-view.tsx'), 'DataView');
const PrivacyView = later(() => import('../privacy/privacy-view.tsx'), 'PrivacyView');
const LabView = later(() => import('../lab/lab-view.tsx'), 'LabView');
const DesignView = later(() => import('../design/design-view.tsx'), 'DesignView');
const MissingView = later(() => import('./missing-view.tsx'), 'MissingView');

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
