/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { withSecurityHeaders } from './security-headers.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

/** `src/client/request-counter.ts` listens for it. */
const NETWORK_REQUEST_MESSAGE = 'homebody:network-request';

/** What goes to the network is counted, so that the page can say so. */
async function tellPages({ url }: Request): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    client.postMessage({ type: NETWORK_REQUEST_MESSAGE, url });
  }
}

addPlugins([
  {
    // Every answer carries the headers, so that a host which cannot set them is no loss.
    handlerWillRespond: async ({ response }) => withSecurityHeaders(response),
    // A file of the app that the cache has lost. Storing the app itself is no request of the page.
    requestWillFetch: async ({ request, event }) => {
      if (event instanceof FetchEvent) await tellPages(request);
      return request;
    },
  },
]);
// The address may carry a choice such as `?home=wasm`; the page behind it is the same.
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

// Reached by what no file of the app answers (an answered request stops here): it goes to the network.
self.addEventListener('fetch', (event) => event.waitUntil(tellPages(event.request)));

// The first version takes over at once: the page that installed it is then offline-ready without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A newer version waits until the person agrees.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
