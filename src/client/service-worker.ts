import { Workbox } from 'workbox-window';
import { trustedScript } from '../gate/trusted.ts';

export interface ServiceWorkerEvents {
  /** Everything is cached: the app opens without a network. */
  onOfflineReady(): void;
  /** A newer version waits; `apply` reloads into it. */
  onUpdateReady(apply: () => void): void;
}

/** Registers the service worker, relative to the page so that any sub-path works. */
export async function registerServiceWorker(events: ServiceWorkerEvents): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const workbox = new Workbox(trustedScript(new URL('service-worker.js', document.baseURI).href), {
    scope: './',
  });
  workbox.addEventListener('activated', () => events.onOfflineReady());
  workbox.addEventListener('waiting', () =>
    events.onUpdateReady(() => {
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  if (navigator.serviceWorker.controller) events.onOfflineReady();
  await workbox.register({ immediate: true });
}
