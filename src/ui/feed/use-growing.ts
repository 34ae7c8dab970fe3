import { startTransition, useEffect, useState } from 'react';
import { endTurn, takeTurn } from './in-turn.ts';

/** Grows from 0 to `target` by steps, each in a turn of its own: a press in between is not kept waiting. */
export function useGrowing(target: number, step: number): number {
  const [room, setRoom] = useState(0);
  const [row] = useState(() => ({}));
  useEffect(() => {
    if (room >= target) endTurn(row);
    else takeTurn(row, () => startTransition(() => setRoom(Math.min(target, room + step))));
  }, [room, target, step, row]);
  useEffect(() => () => endTurn(row), [row]);
  return Math.min(room, target);
}
