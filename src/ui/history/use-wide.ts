import { useSyncExternalStore } from 'react';

/** Wide enough for the list and, beside it, both shelves. */
const WIDE = '(min-width: 1024px)';

export function useWide(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(WIDE).matches);
}

function listen(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
