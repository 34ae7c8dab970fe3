/// <reference lib="webworker" />
/**
 * Imported before anything else of the service worker. What it asks for obeys the policy of its own response, which a
 * plain static host does not send: there this keeps it to the app's own address. A page, its workers and what they ask
 * for are under the page's policy in any case.
 */
declare const self: ServiceWorkerGlobalScope;

type Refused = (address: string) => void;

let tell: Refused = () => {};

/** Who is told of a refused request, from now on. */
export function onRefusedRequest(listener: Refused): void {
  tell = listener;
}

const forGood = (name: string, value: unknown): unknown =>
  Object.defineProperty(self, name, { value, writable: false, configurable: false });

const fetchAnything = self.fetch.bind(self);

forGood('fetch', (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const address = input instanceof Request ? input.url : new URL(input, self.location.href).href;
  if (new URL(address).origin === self.origin) return fetchAnything(input, init);
  tell(address);
  return Promise.reject(new TypeError('The service worker asks the app’s own address alone.'));
});

// What is left that could open a connection is not needed here.
const CONNECTORS = [
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'XMLHttpRequest',
  'FontFace',
];
for (const name of CONNECTORS) if (name in self) forGood(name, undefined);

/** What fetches, or leads a page somewhere, by itself; the app's files are put into its cache after they were fetched. */
const WAYS = {
  Cache: ['add', 'addAll'],
  WindowClient: ['navigate'],
  Clients: ['openWindow'],
  BackgroundFetchManager: ['fetch'],
} as const;
for (const [name, methods] of Object.entries(WAYS)) {
  const { prototype } = (Reflect.get(self, name) ?? {}) as { readonly prototype?: object };
  if (!prototype) continue;
  for (const method of methods) {
    const value = (address: unknown): Promise<never> => {
      tell(String(address));
      return Promise.reject(new TypeError('The service worker asks by nothing but fetch.'));
    };
    Object.defineProperty(prototype, method, { value, writable: false, configurable: false });
  }
}
forGood('importScripts', (address: string) => {
  tell(address);
  throw new TypeError('The service worker has all its scripts in itself.');
});
