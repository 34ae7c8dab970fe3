import { startTransition, useEffect, useState } from 'react';

/** A far part of the page is brought up to date this long after the near ones, in ms. */
const LATER_MS = 300;

/**
 * A value at once for what is near the screen, and a while later for what is not: an answer costs at first
 * only what can be seen of it.
 */
export function useInTime<Value>(value: Value, near: boolean): Value {
  const [late, setLate] = useState(value);
  useEffect(() => {
    if (late === value) return undefined;
    const timer = setTimeout(() => startTransition(() => setLate(value)), near ? 0 : LATER_MS);
    return () => clearTimeout(timer);
  }, [late, value, near]);
  return near ? value : late;
}
