import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { holdTurns } from './in-turn.ts';

export interface Held<Value> {
  readonly value: Value;
  readonly onPointerDown: () => void;
  readonly onPointerEnd: () => void;
}

/**
 * The newest value, as a transition: drawn in slices between whatever else the page has to do. It stays as it was
 * while a pointer is down, so that nothing moves under a finger, and is let go a turn after the pointer is lifted:
 * the click that follows must still find what it was aimed at. A press during which nothing comes draws nothing.
 */
export function useHeld<Value>(latest: Value): Held<Value> {
  const [value, setValue] = useState(latest);
  const newest = useRef(latest);
  const letGo = useRef<(() => void) | null>(null);
  useEffect(() => {
    newest.current = latest;
    if (!letGo.current) startTransition(() => setValue(latest));
  }, [latest]);
  useEffect(() => () => letGo.current?.(), []);
  const onPointerDown = useCallback(() => {
    letGo.current ??= holdTurns();
  }, []);
  const onPointerEnd = useCallback(() => {
    setTimeout(() => {
      letGo.current?.();
      letGo.current = null;
      startTransition(() => setValue(newest.current));
    }, 0);
  }, []);
  return { value, onPointerDown, onPointerEnd };
}
