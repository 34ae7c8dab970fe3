import { NETWORK_REQUEST_MESSAGE, REFUSED_MESSAGE } from '../gate/requests.ts';
import type { RefusedTry } from '../gate/requests.ts';
import { heedErasing, noteRefused } from './note-refused.ts';

declare global {
  /** Of `src/ui/shell/gate.js`: gives what was refused until now and from now on. */
  var homebodyRefused: ((listener: (tried: RefusedTry) => void) => void) | undefined;
}

/** What the service worker says to its pages. */
type Message =
  | { readonly type: typeof NETWORK_REQUEST_MESSAGE }
  | { readonly type: typeof REFUSED_MESSAGE; readonly tried: RefusedTry };

/** What is known of the network; counts are since the page was loaded. */
export interface NetworkFacts {
  readonly online: boolean;
  /** Requests of the page and of its workers that went to the network. */
  readonly requestsSinceLoad: number;
  /** Tries to reach out that were refused to the page, its workers or the service worker. */
  readonly refusedTries: number;
}

/**
 * Tells whether there is a network, and counts what goes to it and what was refused. The service worker sees every
 * request once it is in control, which is when the app itself has arrived; answers from its cache are no requests.
 * Where there are no service workers, the page's own resource timeline after the load is what there is. What the page
 * and its workers were refused is written into the ledger here; the service worker writes down its own.
 *
 * @param toldByWorkers the `BroadcastChannel` over which the page's workers tell what they were refused
 */
export function watchNetwork(toldByWorkers: string, onFact: (facts: Partial<NetworkFacts>) => void): void {
  const online = (): void => onFact({ online: navigator.onLine });
  online();
  globalThis.addEventListener('online', online);
  globalThis.addEventListener('offline', online);

  let refusedTries = 0;
  const refused = (): void => onFact({ refusedTries: ++refusedTries });
  const refusedHere = (tried: RefusedTry): void => {
    refused();
    void noteRefused(tried);
  };
  heedErasing();
  globalThis.homebodyRefused?.(refusedHere);
  new BroadcastChannel(toldByWorkers).addEventListener('message', ({ data }: MessageEvent<RefusedTry>) =>
    refusedHere(data),
  );

  let requestsSinceLoad = 0;
  const asked = (n: number): void => {
    if (n === 0) return;
    requestsSinceLoad += n;
    onFact({ requestsSinceLoad });
  };
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Message | null>) => {
      if (data?.type === NETWORK_REQUEST_MESSAGE) asked(1);
      else if (data?.type === REFUSED_MESSAGE) refused();
    });
    return;
  }
  const watch = (): void =>
    new PerformanceObserver((list) => {
      const seen = list.getEntriesByType('resource');
      asked(seen.filter((one) => one instanceof PerformanceResourceTiming && one.transferSize > 0).length);
    }).observe({ type: 'resource' });
  if (document.readyState === 'complete') watch();
  else globalThis.addEventListener('load', watch);
}
