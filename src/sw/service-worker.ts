/// <reference lib="webworker" />
import { onRefusedRequest } from './own-origin.ts';
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { addressOf, ERASED_MESSAGE, NETWORK_REQUEST_MESSAGE, REFUSED_MESSAGE } from '../gate/requests.ts';
import type { RefusedTry, RequestReason } from '../gate/requests.ts';
import { LedgerWriter } from './ledger-writer.ts';
import { withSecurityHeaders } from './security-headers.ts';

declare const self: ServiceWorkerGlobalScope;

const MANIFEST = self.__WB_MANIFEST;
const HOME = self.registration.scope;
const FILES = new Set([
  '',
  'service-worker.js',
  ...MANIFEST.map((one) => (typeof one === 'string' ? one : one.url)),
]);
const ledger = new LedgerWriter();

/** What a file is, by the word of `Request.destination`; what scripts fetch for themselves has none. */
const kindOf = ({ destination, url }: Request): string =>
  destination || (/\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? 'document');

const addressWithin = (url: string): string => addressOf(url, HOME, (path) => FILES.has(path));

function note(reason: RequestReason, kind: string, url: string, bytes: number | null): Promise<void> {
  return ledger.note({ at: Date.now(), reason, kind, address: addressWithin(url), bytes, times: 1 });
}

/** Why files are being stored. */
const storing = (): RequestReason => (self.registration.active ? 'update' : 'install');

async function tellPages(message: unknown): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}

async function noteRefused(way: string, url: string): Promise<void> {
  const tried: RefusedTry = { way, address: url };
  await Promise.all([tellPages({ type: REFUSED_MESSAGE, tried }), note('refused', way, url, 0)]);
}

onRefusedRequest((address) => void noteRefused('service-worker', address));

/** Bytes of a response as they came over the network, which the browser's own timeline knows once it was read. */
function bytesOf(url: string): number | null {
  const [timing] = performance.getEntriesByName(url, 'resource').slice(-1);
  return timing instanceof PerformanceResourceTiming ? timing.transferSize : null;
}

addPlugins([
  {
    // Every answer carries the headers, so that a host which cannot set them is no loss.
    handlerWillRespond: async ({ response }) => withSecurityHeaders(response),
    requestWillFetch: async ({ request, event }) => {
      if (!(event instanceof FetchEvent)) return request;
      // A file of the app that the device has lost: asked for by its name, without whatever was added to that.
      const { origin, pathname } = new URL(request.url);
      event.waitUntil(
        Promise.all([
          tellPages({ type: NETWORK_REQUEST_MESSAGE }),
          note('lost', kindOf(request), request.url, null),
        ]),
      );
      return new Request(origin + pathname);
    },
    // The app is stored, file by file.
    cacheDidUpdate: async ({ request, event }) => {
      if (event instanceof FetchEvent) return;
      event.waitUntil(note(storing(), kindOf(request), request.url, bytesOf(request.url)));
    },
  },
]);
// Every page that is opened makes the browser look for a newer version, by itself and past this worker. Written down
// before the app's files, since a request that is answered stops there.
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate' || !navigator.onLine) return;
  event.waitUntil(note('check', 'script', new URL('service-worker.js', HOME).href, null));
});

// The address may carry a choice such as `?home=wasm`; the page behind it is the same.
precacheAndRoute(MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

// Reached by what no file of the app answers (an answered request stops here). The app needs nothing else of its
// host, or of anybody: what asks for it is refused, and who comes by an old or wrong address is led home.
self.addEventListener('fetch', (event) => {
  const { mode, method, destination, url } = event.request;
  if (mode === 'navigate' && method === 'GET') {
    event.respondWith(Response.redirect(HOME));
    return;
  }
  event.respondWith(Response.error());
  event.waitUntil(noteRefused(destination || 'fetch', url));
});

self.addEventListener('install', (event) => {
  event.waitUntil(note(storing(), 'script', new URL('service-worker.js', HOME).href, null));
});

// The first version takes over at once: the page that installed it is then offline-ready without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A newer version waits until the person agrees.
self.addEventListener('message', (event) => {
  const type = (event.data as { type?: string } | null)?.type;
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  else if (type === ERASED_MESSAGE) ledger.close();
});
