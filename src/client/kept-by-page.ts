import type { KeptThing } from '../domain/ownership.ts';

/** What only the page can look at and remove; the vault's worker has the rest. */
export interface KeptByPage {
  look(): Promise<readonly KeptThing[]>;
  clear(): Promise<void>;
}

/** Of this page: both web storages, and the service workers of its origin. */
export const keptByPage: KeptByPage = {
  async look() {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    return [
      ...Object.keys(localStorage).map((name) => ({ place: 'local-storage', name }) as const),
      ...Object.keys(sessionStorage).map((name) => ({ place: 'session-storage', name }) as const),
      ...workers.map(({ scope }) => ({ place: 'service-worker', name: scope }) as const),
    ];
  },
  async clear() {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    await Promise.all(workers.map((worker) => worker.unregister()));
    localStorage.clear();
    sessionStorage.clear();
  },
};
