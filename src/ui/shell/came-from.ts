import { useSyncExternalStore } from 'react';

/** Places of this visit, the present one last. */
let trail: readonly string[] = [];
const listeners = new Set<() => void>();

/** Notes that the person is at a place now; `back`: by the browser's way back or forward. */
export function arriveAt(place: string, back: boolean): void {
  const returning = back && trail.at(-2) === place;
  trail = returning ? trail.slice(0, -1) : trail.at(-1) === place ? trail : [...trail, place];
  for (const listener of listeners) listener();
}

/** The place that the browser's way back leads to, null when it leads out of the house. */
export function useCameFrom(): string | null {
  return useSyncExternalStore(listen, cameFrom);
}

const cameFrom = (): string | null => trail.at(-2) ?? null;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
