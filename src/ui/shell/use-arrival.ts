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
    if (last.current === location) return;
    last.current = location;
    if (back.current) back.current = false;
    else scrollTo(0, 0);
    const heading = document.querySelector('main h1');
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }, [location]);
}
