import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

const GLIDE_MS = 240;
const FADE_MS = 160;
const EASING = 'cubic-bezier(0.2, 0.7, 0.2, 1)';

interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * Lets the children of a list glide to their new places when their order changes. Transforms only, started
 * after the new order is in the page: a new feed is on screen at once, can be clicked while it settles, and
 * can be overtaken by the next one. (A view transition would freeze and cover the page for as long.)
 *
 * @param list positioned, so that its children's places are in it
 * @param order names the children, one word each
 * @param near a list that is far from the screen is not measured: that would lay it out
 */
export function useGlide(list: RefObject<HTMLElement | null>, order: string, near: boolean): void {
  const last = useRef<{ readonly width: number; readonly places: ReadonlyMap<string, Place> } | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !near || typeof element.animate !== 'function') {
      last.current = null;
      return;
    }
    const children = [...element.children].filter((child) => child instanceof HTMLElement);
    const places = new Map<string, Place>();
    const keys = order.split(' ');
    keys.forEach((key, i) => {
      const child = children[i];
      if (child) places.set(key, { left: child.offsetLeft, top: child.offsetTop });
    });
    const width = element.clientWidth;
    const before = last.current;
    last.current = { width, places };
    // A list of another width has another number of columns: nothing was reordered, everything moved.
    if (!before || before.width !== width) return;
    const listTop = element.getBoundingClientRect().top;
    // All lists are measured before the first moves: each would undo the layout that the next one asks for.
    queueMicrotask(() => glide(children, keys, before.places, places, listTop));
  }, [list, order, near]);
}

function glide(
  children: readonly HTMLElement[],
  keys: readonly string[],
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
  listTop: number,
): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const seen = (place: Place): boolean => {
    const top = listTop + place.top;
    return top > -400 && top < innerHeight;
  };
  for (const [i, key] of keys.entries()) {
    const child = children[i];
    const to = after.get(key);
    const from = before.get(key);
    if (!child || !to || !seen(to)) continue;
    if (from && from.left === to.left && from.top === to.top) continue;
    if (!from || !seen(from) || calm) {
      child.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
      continue;
    }
    const away = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    child.animate([{ transform: away }, { transform: 'none' }], { duration: GLIDE_MS, easing: EASING });
  }
}
