import { startTransition, useEffect, useState } from 'react';
import { endTurn, takeTurn } from './in-turn.ts';

/** A far part of the page is brought up to date this long after the near ones, in ms. */
const LATER_MS = 300;

/**
 * A value when the turn of its row comes: of those near the screen one after the other in the order of the page, and
 * a while later of those that are not. An answer costs at first only what can be seen of it.
 *
 * @param first what stands until then
 */
export function useInTime<Value>(value: Value, near: boolean, first: Value = value): Value {
  const [laid, setLaid] = useState(first);
  const [row] = useState(() => ({}));
  useEffect(() => {
    if (laid === value) {
      endTurn(row);
      return undefined;
    }
    const wait = (): void => takeTurn(row, () => startTransition(() => setLaid(value)));
    if (near) {
      wait();
      return undefined;
    }
    const timer = setTimeout(wait, LATER_MS);
    return () => clearTimeout(timer);
  }, [laid, value, near, row]);
  useEffect(() => () => endTurn(row), [row]);
  return laid;
}
