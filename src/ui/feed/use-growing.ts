import { startTransition, useEffect, useState } from 'react';

/** Grows from 0 to `target` by steps, each drawn on its own: a click in between is not kept waiting. */
export function useGrowing(target: number, step: number): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    if (room >= target) return undefined;
    const timer = setTimeout(() => startTransition(() => setRoom(Math.min(target, room + step))), 0);
    return () => clearTimeout(timer);
  }, [room, target, step]);
  return Math.min(room, target);
}
