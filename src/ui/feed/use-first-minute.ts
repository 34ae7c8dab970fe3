import { useCallback, useEffect, useState } from 'react';
import { useHandle, useHomebody } from '../homebody-context.tsx';
import { writePreference } from '../shell/preference.ts';

/** Handles whose visitor skipped it: it stays away for the visit, however often this view is left. */
const skipped = new WeakSet();

export interface FirstMinuteState {
  readonly lasts: boolean;
  /** Ends it. Skipped, it stays away for this visit; else it is back when the history is empty again. */
  readonly end: (skip: boolean) => void;
}

/**
 * The first minute lasts from an empty history until it is gone through or skipped: what is chosen in it does
 * not end it. After a visit that left in the middle it is not begun again.
 */
export function useFirstMinute(): FirstMinuteState {
  const handle = useHandle();
  const known = useHomebody((state) => state.cards !== null);
  const untouched = useHomebody((state) => state.history.length === 0);
  // One who brings a log knows what this is.
  const imported = useHomebody((state) => state.catalogue?.origin === 'import');
  const [begun, setBegun] = useState(false);
  if (known && untouched && !imported && !begun && !skipped.has(handle.store)) setBegun(true);
  const lasts = begun && known && !imported;

  useEffect(() => {
    // For the next visit's first drawing, before the vault is open.
    if (known) writePreference('front', lasts ? 'first' : 'window');
  }, [known, lasts]);

  const end = useCallback(
    (skip: boolean) => {
      if (skip) skipped.add(handle.store);
      setBegun(false);
    },
    [handle],
  );
  return { lasts, end };
}
