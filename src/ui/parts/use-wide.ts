import { useSyncExternalStore } from 'react';

/** Wide enough for a list and, beside it, what one of its rows opens. */
const WIDE = '(min-width: 1024px)';

export function useWide(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(WIDE).matches);
}

function listen(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
