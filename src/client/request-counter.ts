/** Message of the service worker for each request that it let through to the network. */
const NETWORK_REQUEST_MESSAGE = 'homebody:network-request';

/**
 * Counts the requests of the page and of its workers that go to the network. The service worker sees them all
 * once it is in control, which is when the app itself has arrived; answers from its cache are no requests.
 * Where there are no service workers, the page's own resource timeline after the load is what there is.
 */
export function countRequests(onCount: (count: number) => void): void {
  let count = 0;
  const add = (n: number): void => {
    if (n === 0) return;
    count += n;
    onCount(count);
  };
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const { data } = event;
      if (typeof data === 'object' && data && 'type' in data && data.type === NETWORK_REQUEST_MESSAGE) add(1);
    });
    return;
  }
  globalThis.addEventListener('load', () => {
    new PerformanceObserver((list) => {
      const seen = list.getEntriesByType('resource');
      add(seen.filter((one) => one instanceof PerformanceResourceTiming && one.transferSize > 0).length);
    }).observe({ type: 'resource' });
  });
}
