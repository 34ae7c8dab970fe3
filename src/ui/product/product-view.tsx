import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProductPage } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { useActions, useHandle, useHomebody } from '../homebody-context.tsx';
import { asError } from '../../client/errors.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { MissingView } from '../shell/missing-view.tsx';
import { BackLink } from './back-link.tsx';
import { ProductDetails } from './product-details.tsx';
import { ProductShelf } from './product-shelf.tsx';
import css from './product-view.module.css';

type Page =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly error: HomebodyError }
  | { readonly state: 'here'; readonly page: ProductPage };

/** How long a page is looked at before it counts as a look. */
const LOOK_MS = 2_000;

/** One thing, everything that is known of it, what is like it and what goes well with it. */
export function ProductView({ index }: { readonly index: string }): ReactNode {
  const words = useWords();
  const row = /^\d{1,9}$/.test(index) ? itemIndex(Number(index)) : null;
  const page = usePage(row);
  useLook(page.state === 'here' ? row : null);

  if (page.state === 'missing') {
    return <MissingView title={words.product.missing} hint={words.product.missingHint} />;
  }
  return (
    <div className={css['view']}>
      <BackLink />
      {page.state === 'failed' && <ErrorNotice error={page.error} />}
      {page.state === 'loading' && <Skeleton />}
      {page.state === 'here' && (
        <>
          <ProductDetails shown={page.page} />
          <ProductShelf
            title={words.product.complements}
            reason={words.product.complementsHint}
            items={page.page.complements}
            none={words.product.noComplements}
          />
          <ProductShelf
            title={words.product.similar}
            reason={words.product.similarHint}
            items={page.page.similar}
            none={words.product.noSimilar}
          />
        </>
      )}
    </div>
  );
}

function Skeleton(): ReactNode {
  const words = useWords();
  return (
    <div className={css['skeleton']}>
      <p className="aside-voice" role="status">
        {words.product.loading}
      </p>
      <div className={css['picture']} />
      <div className={css['lines']}>
        <div className={css['short']} />
        <div className={css['line']} />
        <div className={css['short']} />
        <div className={css['block']} />
      </div>
    </div>
  );
}

interface Found {
  readonly page: Page;
  /** The catalogue and the row that it is of. */
  readonly of: string;
  /** The model that knew what is similar. */
  readonly model: string | undefined;
  readonly language: string;
}

/** Loads the page of a row, anew when the model, the catalogue or the language changes. */
function usePage(row: ItemIndex | null): Page {
  const actions = useActions();
  const { language } = useWords();
  const ready = useHomebody((state) => state.phase === 'ready');
  const failure = useHomebody((state) => (state.phase === 'failed' ? state.failure : null));
  const catalogue = useHomebody((state) => state.catalogue?.id);
  const model = useHomebody((state) => state.model?.id);
  const [found, setFound] = useState<Found | null>(null);
  const of = `${catalogue} ${row}`;

  useEffect(() => {
    if (!ready || row === null) return undefined;
    let current = true;
    const show = (page: Page): void => {
      if (current) setFound({ page, of, model, language });
    };
    actions.product(row).then(
      (page) => show(page ? { state: 'here', page } : { state: 'missing' }),
      (cause: unknown) => show({ state: 'failed', error: asError(cause) }),
    );
    return () => {
      current = false;
    };
  }, [actions, ready, row, of, model, language]);

  if (row === null) return { state: 'missing' };
  if (failure) return { state: 'failed', error: failure };
  return found?.of === of ? found.page : { state: 'loading' };
}

/** Records a look, once a visit to the page, unless the person already did something with the thing. */
function useLook(row: ItemIndex | null): void {
  const { store } = useHandle();
  const actions = useActions();
  useEffect(() => {
    if (row === null) return undefined;
    const timer = setTimeout(() => {
      if (!store.getState().history.some((entry) => entry.index === row)) void actions.record('view', row);
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [actions, store, row]);
}
