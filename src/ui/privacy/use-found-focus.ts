import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * For what takes the place of something that the person was in: it takes the focus as well, when that is nowhere any
 * more. To be given to an element with `tabIndex={-1}`.
 */
export function useFoundFocus<Found extends HTMLElement>(): RefObject<Found | null> {
  const found = useRef<Found>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      found.current?.focus({ preventScroll: true });
    }
  }, []);
  return found;
}
