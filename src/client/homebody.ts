import { HOME_NAMES } from '../domain/training.ts';
import type { HomeChoice } from '../domain/training.ts';
import { HomebodyClient } from './homebody-client.ts';
import { alone, otherTabs } from './other-tabs.ts';
import type { Homebody } from './state.ts';
import { drawn } from './drawn.ts';
import { spawnWorkers, TOLD_BY_WORKERS } from './workers.ts';

const now = (): number => Date.now();

/**
 * Starts the product behind the page. `?home=webgpu|wasm|reference` forces where it computes.
 *
 * @param language in which the page begins, BCP 47
 */
export function createHomebody(language: string): Homebody {
  const client = new HomebodyClient({
    spawn: (onReplaced) => spawnWorkers(onReplaced, now),
    mapRoom: async (send, onDied) => {
      const { ConstellationRoom } = await import('./constellation-room.ts');
      return new ConstellationRoom({ send, onDied });
    },
    home: homeChoice(new URLSearchParams(location.search).get('home')),
    now,
    otherTabs,
    alone,
    drawn,
    persist: async () => (await navigator.storage?.persist?.()) ?? null,
  });
  void import('./watches.ts').then(({ giveWay, tellPersisted, watchNetwork, whenQuiet }) => {
    watchNetwork(TOLD_BY_WORKERS, (facts) => client.note(facts));
    void tellPersisted((facts) => client.note(facts));
    giveWay(
      document,
      client.store,
      (ms) => client.rest(ms),
      () => performance.now(),
    );
    if (import.meta.env.PROD) {
      // Storing the whole app would compete with the first shelves and the first training.
      whenQuiet(client.store, () => {
        void import('./service-worker.ts').then(({ registerServiceWorker }) =>
          registerServiceWorker({
            onOfflineReady: () => client.note({ offlineReady: true }),
            onUpdateReady: (apply) => {
              client.applyUpdate = apply;
              client.note({ updateReady: true });
            },
          }),
        );
      });
    }
  });
  void client.actions.speak(language);
  void client.start();
  return client;
}

function homeChoice(value: string | null): HomeChoice {
  return HOME_NAMES.find((name) => name === value) ?? 'auto';
}
