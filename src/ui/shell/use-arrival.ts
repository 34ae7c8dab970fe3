import { useEffect, useLayoutEffect, useRef } from 'react';
import { ITEM_ATTRIBUTE } from '../feed/item-attribute.ts';
import { arriveAt } from './came-from.ts';

/** How long a place may take to be as tall as it was when it was left. */
const GROWING_MS = 1_000;

/**
 * Arriving at another place: its title in the tab, its top on screen and, for those who cannot see it, the focus
 * on its heading. Going back: where it was left, with the focus on the thing that was followed out of it.
 *
 * @param location the place that is drawn
 */
export function useArrival(location: string, title: string): void {
  const last = useRef(location);
  const goingBack = useRef(false);
  const left = useRef(new Map<string, number>());
  const followed = useRef(new Map<string, string>());

  useEffect(() => {
    const goBack = (): void => {
      goingBack.current = true;
    };
    const remember = (): void => void left.current.set(last.current, scrollY);
    const follow = ({ target }: MouseEvent): void => {
      const thing = target instanceof Element ? target.closest(`[${ITEM_ATTRIBUTE}]`) : null;
      followed.current.set(last.current, thing?.getAttribute(ITEM_ATTRIBUTE) ?? '');
    };
    document.addEventListener('click', follow, { capture: true });
    globalThis.addEventListener('popstate', goBack);
    document.addEventListener('scroll', remember, { passive: true });
    return () => {
      document.removeEventListener('click', follow, { capture: true });
      globalThis.removeEventListener('popstate', goBack);
      document.removeEventListener('scroll', remember);
    };
  }, []);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useLayoutEffect(() => {
    arriveAt(location, goingBack.current);
    if (last.current === location) return undefined;
    last.current = location;
    const top = goingBack.current ? (left.current.get(location) ?? 0) : 0;
    const thing = goingBack.current ? (followed.current.get(location) ?? '') : '';
    goingBack.current = false;
    const stopScrolling = scrollWhenTall(top);
    const stopFocusing =
      thing === ''
        ? focusWhenThere('main h1')
        : focusWhenThere(`main [${ITEM_ATTRIBUTE}="${thing}"] a`, 'main h1');
    return () => {
      stopScrolling();
      stopFocusing();
    };
  }, [location]);
}

/** Scrolls to where a place was left, as soon as it is tall enough, unless the person scrolls first. */
function scrollWhenTall(top: number): () => void {
  const start = performance.now();
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    for (const act of ['wheel', 'touchstart', 'keydown']) document.removeEventListener(act, stop);
  };
  const step = (): void => {
    scrollTo(0, top);
    if (Math.abs(scrollY - top) < 2 || performance.now() - start > GROWING_MS) stop();
    else frame = requestAnimationFrame(step);
  };
  for (const act of ['wheel', 'touchstart', 'keydown']) {
    document.addEventListener(act, stop, { passive: true });
  }
  step();
  return stop;
}

/**
 * Focuses the first element of a selector, now or, in a view that is still on its way, once it is there; that of
 * `otherwise` when it has not come in the time that a place may take.
 */
function focusWhenThere(selector: string, otherwise?: string): () => void {
  let wanted = selector;
  const focus = (): boolean => {
    const element = document.querySelector<HTMLElement>(wanted);
    element?.focus({ preventScroll: true });
    return element !== null;
  };
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const observer = new MutationObserver(() => {
    // What the view has itself given the focus to keeps it.
    if (document.activeElement?.closest('main *') || focus()) stop();
  });
  const timer = setTimeout(() => {
    if (otherwise === undefined) return;
    wanted = otherwise;
    if (focus()) stop();
  }, GROWING_MS);
  if (focus()) stop();
  else observer.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
  return stop;
}
