import { useMemo } from 'react';
import type { ShownItemMap } from '../../../client/lab/lab-state.ts';
import type { ConstellationFrame } from '../../../domain/constellation.ts';
import { useHandle } from '../../homebody-context.tsx';
import type { MapSource } from '../../constellation/map-source.ts';
import { marksOf } from '../../constellation/marks.ts';
import { useLabHandle } from '../lab-context.tsx';

/** Maps of other points are other runs of frames. */
const runs = new WeakMap<Int32Array, number>();
let latest = 0;

/** −1 without a map. */
export function runOf(map: ShownItemMap | null): number {
  if (!map) return -1;
  const known = runs.get(map.items);
  if (known !== undefined) return known;
  latest += 1;
  runs.set(map.items, latest);
  return latest;
}

/** The map of the lab as frames: one by principal components, and those of the layout as they come. */
export function useItemMapFrames(): MapSource {
  const { store: shop } = useHandle();
  const { store } = useLabHandle();
  return useMemo<MapSource>(
    () => ({
      feed: (stage, still) => {
        let marked: unknown = null;
        const feed = (): void => {
          const { map } = store.getState();
          if (!map) return;
          stage.pace(false, still());
          // Without movement: how it begins and how it ends, not what lies between.
          const between = still() && map.moving && map.method === 'layout';
          const isNew = stage.frame?.run !== runOf(map);
          if (isNew || (!between && map.positions !== stage.frame?.positions)) stage.show(frameOf(map));
          const { history } = shop.getState();
          if (!isNew && marked === history) return;
          marked = history;
          stage.mark(marksOf(map.items, history, []));
        };
        feed();
        const stops = [store.subscribe(feed), shop.subscribe(feed)];
        return () => {
          for (const stop of stops) stop();
        };
      },
      // It was asked for by the room, and costs nothing while nobody looks.
      see: () => {},
    }),
    [store, shop],
  );
}

function frameOf(map: ShownItemMap): ConstellationFrame {
  const { catalogue, items, department, positions, moving } = map;
  return { catalogue, run: runOf(map), items, department, positions, epoch: 1, epochs: 1, settled: !moving };
}
