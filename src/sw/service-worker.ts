/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { withSecurityHeaders } from './security-headers.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

/** `src/client/request-counter.ts` listens for it. */
const NETWORK_REQUEST_MESSAGE = 'homebody:network-request';

// Every answer from the cache carries the headers, so that a host which cannot set them is no loss.
addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(withSecurityHeaders(response)) }]);
// The address may carry a choice such as `?home=wasm`; the page behind it is the same.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

// What the cache does not answer would go to the network: it is counted, so that the page can say so.
self.addEventListener('fetch', (event) => {
  if (event.defaultPrevented) return;
  event.waitUntil(countRequest(event.request));
});

async function countRequest(request: Request): Promise<void> {
  const cached = await caches.match(request, { ignoreSearch: true });
  if (cached) return;
  for (const client of await self.clients.matchAll({ includeUncontrolled: false, type: 'window' })) {
    client.postMessage({ type: NETWORK_REQUEST_MESSAGE, url: request.url });
  }
}

// The first version takes over at once: the page that installed it is then offline-ready without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A newer version waits until the person agrees.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
