import { useEffect, useMemo, useState } from 'react';
import type { ShownPersona } from '../../client/state.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { groupsOf } from './groups.ts';
import type { HistoryGroup } from './groups.ts';

/** What was done, newest first; the likes of a persona that was stepped into are known as such. */
export function useGroups(): readonly HistoryGroup[] {
  const actions = useActions();
  const history = useHomebody((state) => state.history);
  const catalogue = useHomebody((state) => state.catalogue?.id);
  const [personas, setPersonas] = useState<readonly ShownPersona[]>([]);
  const groups = useMemo(() => groupsOf(history, personas), [history, personas]);
  // Nobody is asked for before there is somebody to find.
  const wanted = groups.some((group) => group.kind === 'like' && group.entries.length > 1);

  useEffect(() => {
    if (!wanted || catalogue === undefined) return undefined;
    let current = true;
    // Without an answer the likes are likes.
    actions.personas().then(
      (found) => {
        if (current) setPersonas(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [actions, catalogue, wanted]);
  return groups;
}
