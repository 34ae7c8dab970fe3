import { useEffect } from 'react';
import { useHomebody } from '../homebody-context.tsx';

/** What a person is likely to ask for next. Imported here and where they are shown, they are fetched once. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('../why/why-dialog.tsx'),
  () => import('../product/product-view.tsx'),
  () => import('../moved/moved-dialog.tsx'),
  () => import('./dialogs.ts'),
  () => import('../history/history-view.tsx'),
  () => import('../cart/cart-view.tsx'),
  () => import('../wishes/wishes-view.tsx'),
  () => import('../department/department-view.tsx'),
  () => import('../training/training-view.tsx'),
  // When another tab has erased everything there is nothing to fetch it from.
  () => import('./closed.tsx'),
];
const BETWEEN_MS = 150;

/** Fetches the other parts of the page, one after another, once the first training is over and nothing else is. */
export function usePartsAhead(): void {
  const quiet = useHomebody((state) => state.model !== null && state.training === null);
  useEffect(() => {
    if (!quiet) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetch = (at: number): void => {
      timer = setTimeout(() => {
        // Where one cannot be had now, it is asked for again when it is to be shown.
        PARTS[at]?.().then(
          () => fetch(at + 1),
          () => {},
        );
      }, BETWEEN_MS);
    };
    fetch(0);
    return () => clearTimeout(timer);
  }, [quiet]);
}
