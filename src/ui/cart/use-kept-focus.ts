import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Gives the focus a new place when what had it goes away by an act of the person.
 *
 * @param order what is drawn, as one string; the focus is looked after when it changes
 * @param next where it goes, else to the page's heading; `place` is what the act was marked with
 * @returns to be called in the handler of the act
 */
export function useKeptFocus(
  order: string,
  next: (place: number) => HTMLElement | null | undefined,
): (place?: number) => void {
  const acted = useRef<number | null>(null);
  useLayoutEffect(() => {
    const place = acted.current;
    acted.current = null;
    if (place === null) return;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    const target = next(place) ?? document.querySelector<HTMLElement>('main h1');
    target?.focus({ preventScroll: true });
    // `next` looks at the page as it is when the order has changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);
  return useCallback((place = 0) => {
    acted.current = place;
  }, []);
}
