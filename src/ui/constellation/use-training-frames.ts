import { useMemo } from 'react';
import { useHandle } from '../homebody-context.tsx';
import type { MapSource } from './map-source.ts';
import { marksOf } from './marks.ts';

/** Cards that stand first, on a wide page: the first shelf. */
const FIRST_SHELF = 8;

/** Frames of the training that runs, else of the model that serves; with history and shelves as they come. */
export function useTrainingFrames(): MapSource {
  const { store, actions } = useHandle();
  return useMemo<MapSource>(
    () => ({
      feed: (stage, still) => {
        const feed = (state = store.getState(), before?: typeof state): void => {
          const { constellation: frame, training, history, cards } = state;
          stage.pace(training !== null, still());
          // Without movement: how it began and how it ended, not what lies between.
          const between = still() && training !== null && frame?.settled === false;
          const newest = frame !== before?.constellation || training !== before?.training;
          const fresh = frame !== null && newest && (!between || stage.frame?.run !== frame.run);
          if (fresh && frame !== stage.frame) stage.show(frame);
          const shown = stage.frame;
          if (shown && (fresh || history !== before?.history || cards !== before?.cards)) {
            stage.mark(marksOf(shown.items, history, (cards ?? []).slice(0, FIRST_SHELF)));
          }
        };
        feed();
        return store.subscribe(feed);
      },
      see: (visible) => (visible ? actions.showConstellation() : actions.hideConstellation()),
    }),
    [store, actions],
  );
}
