import type { KeptThing } from '../domain/ownership.ts';
import { ERASED_MESSAGE } from '../gate/requests.ts';

/** What the page looks at and removes when everything is erased; the vault's worker has the databases. */
export interface KeptByPage {
  look(): Promise<readonly KeptThing[]>;
  clear(): Promise<void>;
}

/** Other apps may live at the same origin: everything of this one is called so, or lies in its folder. */
const OURS = /^homebody/;
const home = (): string => new URL('./', document.baseURI).href;

interface Kept extends KeptThing {
  readonly remove: () => Promise<unknown>;
}

/** Both web storages, caches, files of the origin's private file system, and service workers. */
export const keptByPage: KeptByPage = {
  look: async () => (await kept()).map(({ place, name }) => ({ place, name })),
  async clear() {
    for (const { remove } of await kept()) await remove();
  },
};

/** Service workers first: they may fill what is removed after them. */
async function kept(): Promise<Kept[]> {
  return [
    ...(await serviceWorkers()),
    ...(await cacheStores()),
    ...(await files()),
    ...stored('local-storage', localStorage),
    ...stored('session-storage', sessionStorage),
  ];
}

async function serviceWorkers(): Promise<Kept[]> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return registrations
    .filter(({ scope }) => scope.startsWith(home()))
    .map((registration) => ({
      place: 'service-worker',
      name: registration.scope,
      remove: () => {
        const { active, waiting, installing } = registration;
        for (const worker of [active, waiting, installing]) worker?.postMessage({ type: ERASED_MESSAGE });
        return registration.unregister();
      },
    }));
}

async function cacheStores(): Promise<Kept[]> {
  if (!('caches' in globalThis)) return [];
  const names = await caches.keys();
  return names
    .filter((name) => OURS.test(name) || name.endsWith(home()))
    .map((name) => ({ place: 'cache', name, remove: () => caches.delete(name) }));
}

async function files(): Promise<Kept[]> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null); // there is none in private windows
  if (!root) return [];
  const found: Kept[] = [];
  for await (const name of root.keys()) {
    if (!OURS.test(name)) continue;
    found.push({ place: 'file', name, remove: () => root.removeEntry(name, { recursive: true }) });
  }
  return found;
}

function stored(place: 'local-storage' | 'session-storage', storage: Storage): Kept[] {
  return Object.keys(storage)
    .filter((name) => OURS.test(name))
    .map((name) => ({ place, name, remove: async () => storage.removeItem(name) }));
}
