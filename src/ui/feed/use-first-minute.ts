import { useEffect, useState } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { writePreference } from '../shell/preference.ts';

/**
 * The first minute lasts from an untouched history until it is gone through or skipped: what is chosen in it
 * does not end it. After a visit that left in the middle it is not begun again.
 */
export function useFirstMinute(): boolean {
  const known = useHomebody((state) => state.cards !== null);
  const settledIn = useHomebody((state) => state.settledIn);
  const untouched = useHomebody((state) => state.history.length === 0);
  const [begun, setBegun] = useState(false);
  if (known && untouched && !settledIn && !begun) setBegun(true);
  const lasts = !settledIn && (untouched || begun);

  useEffect(() => {
    // For the next visit's first drawing, before the vault is open.
    if (known) writePreference('front', lasts ? 'first' : 'window');
  }, [known, lasts]);

  return lasts;
}
