import { useCallback, useSyncExternalStore } from 'react';

const TICK_MS = 250;

/** How long it is until a moment (ms since the epoch), in whole seconds rounded up, as ms; 0 when it has come. */
export function useWait(until: number): number {
  const tick = useCallback(
    (onTick: () => void) => {
      if (until <= Date.now()) return () => {};
      const timer = setInterval(onTick, TICK_MS);
      return () => clearInterval(timer);
    },
    [until],
  );
  return 1_000 * useSyncExternalStore(tick, () => Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
}
