import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Arriving at another place: its title in the tab, its top on screen and, for those who cannot see it, the
 * focus on its heading. Going back leaves the place and the scrolling to the browser.
 */
export function useArrival(title: string): void {
  const [location] = useLocation();
  const last = useRef(location);
  const back = useRef(false);

  useEffect(() => {
    const goneBack = (): void => {
      back.current = true;
    };
    globalThis.addEventListener('popstate', goneBack);
    return () => globalThis.removeEventListener('popstate', goneBack);
  }, []);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    if (last.current === location) return undefined;
    last.current = location;
    if (back.current) back.current = false;
    else scrollTo(0, 0);
    return focusWhenThere('main h1');
  }, [location]);
}

/** Focuses the first element of a selector, now or, in a view that is still on its way, once it is there. */
function focusWhenThere(selector: string): (() => void) | undefined {
  const focus = (): boolean => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus({ preventScroll: true });
    return element !== null;
  };
  if (focus()) return undefined;
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect();
  });
  observer.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
