import { useMemo } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import type { Belongings } from '../words/belongings.ts';

/** What is stored here, in counts. The demo shop is nobody's: it is made anew everywhere. */
export function useBelongings(): Belongings {
  const storage = useHomebody((state) => state.storage);
  const catalogues = useHomebody((state) => state.catalogues);
  return useMemo(() => {
    const records = (store: string): number =>
      storage?.stores.find(({ name }) => name === store)?.records ?? 0;
    return {
      events: storage?.events ?? 0,
      catalogues: catalogues.filter(({ origin }) => origin === 'import').length,
      models: records('checkpoints'),
      lab: records('lab'),
    };
  }, [storage, catalogues]);
}
