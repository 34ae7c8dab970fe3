import { startTransition, useCallback, useState } from 'react';

/** Ahead of the screen, so that nobody sees a place before its thing. */
const AHEAD = '600px 0px';

export interface Near {
  /** To be put on the element that is watched. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** It is near the screen now. */
  readonly near: boolean;
  /** It has been. */
  readonly seen: boolean;
}

/**
 * Whether an element is on the screen or soon will be. The browser tells: nothing is measured.
 *
 * @param begin what is taken for true until it has told
 */
export function useNear(begin = false): Near {
  const [state, setState] = useState({ near: begin, seen: begin });
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting ?? false;
        startTransition(() =>
          setState((was) => (was.near === near ? was : { near, seen: was.seen || near })),
        );
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...state };
}
