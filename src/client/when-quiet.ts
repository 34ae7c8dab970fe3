import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyState } from './state.ts';

/** Longest wait, ms. */
const PATIENCE_MS = 15_000;
/** For how long it must have been quiet, ms: the map comes to rest, and what a person wants next is fetched. */
const QUIET_MS = 3_000;

/** Does something a while after the first shelves are on screen and the first model is trained, or at last all the same. */
export function whenQuiet(store: StoreApi<HomebodyState>, act: () => void): void {
  const quiet = ({ phase, cards, model, training }: HomebodyState): boolean =>
    phase === 'failed' || (cards !== null && model !== null && training === null);
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    clearTimeout(resting);
    stop();
    // What is erased is not stored anew.
    if (!store.getState().erased) act();
  };
  const timer = setTimeout(once, PATIENCE_MS);
  let resting: ReturnType<typeof setTimeout> | undefined;
  const look = (state: HomebodyState): void => {
    if (!quiet(state)) {
      clearTimeout(resting);
      resting = undefined;
    } else {
      resting ??= setTimeout(once, QUIET_MS);
    }
  };
  const stop = store.subscribe(look);
  look(store.getState());
}
