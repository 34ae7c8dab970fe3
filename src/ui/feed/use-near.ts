import { useCallback, useState } from 'react';

/** Ahead of the screen, so that nobody sees a place before its thing. */
const AHEAD = '900px 0px';

export interface Near {
  /** To be put on the element that is waited for. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /** It has come near the screen, and stays near from then on. */
  readonly near: boolean;
}

export function useNear(): Near {
  const [near, setNear] = useState(false);
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, near };
}
