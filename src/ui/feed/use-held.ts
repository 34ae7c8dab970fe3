import { startTransition, useCallback, useState } from 'react';

export interface Held<Value> {
  readonly value: Value;
  readonly onPointerDown: () => void;
  readonly onPointerEnd: () => void;
}

/**
 * Keeps a value as it was while a pointer is down, so that nothing moves under a finger. It is let go a turn
 * after the pointer is lifted: the click that follows must still find what it was aimed at.
 */
export function useHeld<Value>(latest: Value): Held<Value> {
  const [held, setHeld] = useState<{ readonly value: Value } | null>(null);
  const onPointerEnd = useCallback(() => {
    setTimeout(() => startTransition(() => setHeld(null)), 0);
  }, []);
  return {
    value: held ? held.value : latest,
    onPointerDown: () => setHeld((now) => now ?? { value: latest }),
    onPointerEnd,
  };
}
