import { useEffect, useState } from 'react';
import { readRequests } from '../../../gate/request-ledger.ts';
import type { RequestLedger } from '../../../gate/request-ledger.ts';
import { useHomebody } from '../../homebody-context.tsx';

/** What is written within this time of the news of it, ms, is read with it. */
export const WRITTEN_MS = 800;

/** The ledger as it stands; null while it is read. `unavailable`: the browser keeps none here. */
export function useRequestLedger(): RequestLedger | 'unavailable' | null {
  const [ledger, setLedger] = useState<RequestLedger | 'unavailable' | null>(null);
  // Whatever is written down is news here first.
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const refused = useHomebody((state) => state.refusedTries);
  const stored = useHomebody((state) => state.offlineReady);
  useEffect(() => {
    let current = true;
    const read = (): void =>
      void readRequests().then(
        (found) => current && setLedger(found),
        () => current && setLedger('unavailable'),
      );
    read();
    const again = setTimeout(read, WRITTEN_MS);
    return () => {
      current = false;
      clearTimeout(again);
    };
    // They are not read: that one of them is another tells that there is more to read.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [requests, refused, stored]);
  return ledger;
}
