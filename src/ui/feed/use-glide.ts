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
 * can be overtaken by the next one. (A view transition would freeze and cover the page for as long.) A list
 * that the browser does not lay out, because it is far from the screen, is not measured.
 * `order` names the children, one word each.
 */
export function useGlide(list: RefObject<HTMLElement | null>, order: string): void {
  const last = useRef<{ readonly width: number; readonly places: ReadonlyMap<string, Place> } | null>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || typeof element.animate !== 'function') return;
    if (!element.checkVisibility({ contentVisibilityAuto: true })) {
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

    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const listTop = element.getBoundingClientRect().top;
    const seen = (place: Place): boolean => {
      const top = listTop + place.top;
      return top > -400 && top < innerHeight;
    };
    for (const [i, key] of keys.entries()) {
      const child = children[i];
      const to = places.get(key);
      const from = before.places.get(key);
      if (!child || !to || !seen(to)) continue;
      if (!from || !seen(from) || calm) {
        if (from && from.left === to.left && from.top === to.top) continue;
        child.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
        continue;
      }
      if (from.left === to.left && from.top === to.top) continue;
      const away = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
      child.animate([{ transform: away }, { transform: 'none' }], { duration: GLIDE_MS, easing: EASING });
    }
  }, [list, order]);
}
