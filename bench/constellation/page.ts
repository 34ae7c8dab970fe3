/**
 * The page's own client with nothing of its look but the map: what it costs a training is not hidden behind what
 * else a page does. `constellation.bench.ts` calls `measure`.
 */
import { createHomebody } from '../../src/client/homebody.ts';
import type { ConstellationFrame } from '../../src/domain/constellation.ts';
import { MapStage } from '../../src/ui/constellation/map-stage.ts';
import { hirePainter } from '../../src/ui/constellation/painter.ts';
import '../../src/ui/styles/tokens.css';

export interface Measured {
  /** From asking for the training until it is stored and serves. */
  readonly trainMs: number;
  /** While the training ran. */
  readonly framesWhileTraining: number;
  readonly frames: number;
  readonly bytesPerFrame: number;
  /** From asking until the last frame, which is settled; null without the map. */
  readonly settledMs: number | null;
  /** Pass of the newest frame when the training ended. */
  readonly epochAtEnd: number;
}

const { store, actions } = createHomebody('en');
const stage = new MapStage(document.querySelector('canvas')!, hirePainter, {
  onDraw: () => {},
  onNeighbourhoods: () => {},
});
stage.name((department) => store.getState().catalogue?.departments[department] ?? '');
stage.resize({ width: 720, height: 560 }, 1);
store.subscribe(({ constellation, training }, before) => {
  stage.pace(training !== null, false);
  if (constellation && constellation !== before.constellation) stage.show(constellation);
});

function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

const settled = (): boolean => store.getState().constellation?.settled ?? false;

/** One training. The map is drawn and at rest before; shown, it is watched until it is at rest again. */
async function measure(withMap: boolean): Promise<Measured> {
  actions.showConstellation();
  stage.see(true);
  await until(settled);
  if (!withMap) {
    actions.hideConstellation();
    stage.see(false);
  }
  // Whatever was left to do.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = store.getState().constellation?.run ?? 0;
  const seen: ConstellationFrame[] = [];
  const unsubscribe = store.subscribe(({ constellation }, { constellation: last }) => {
    if (!constellation || constellation === last) return;
    if (constellation.run > before) seen.push(constellation);
  });
  const began = performance.now();
  await actions.train();
  const trainMs = performance.now() - began;
  const framesWhileTraining = seen.length;
  const epochAtEnd = seen.at(-1)?.epoch ?? 0;
  if (withMap) await until(() => settled() && store.getState().constellation!.run > before);
  const settledMs = withMap ? performance.now() - began : null;
  unsubscribe();
  const bytesPerFrame = seen.at(-1)?.positions.byteLength ?? 0;
  return { trainMs, framesWhileTraining, frames: seen.length, bytesPerFrame, settledMs, epochAtEnd };
}

Object.assign(globalThis, {
  measure,
  /** Resolves when the first training, which begins by itself, has ended. */
  ready: () => until(() => store.getState().model !== null && store.getState().training === null),
  home: () => store.getState().home?.device ?? 'none',
});
