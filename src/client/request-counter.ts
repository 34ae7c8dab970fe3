/** Message of the service worker for each request that it let through to the network. */
export const NETWORK_REQUEST_MESSAGE = 'homebody:network-request';

/**
 * Counts the requests that go to the network after the page has loaded. The service worker sees those of the
 * page and of its workers; before it is in control, the page's own resource timeline is what there is.
 * Answers from a cache are not requests.
 */
export function countRequests(onCount: (count: number) => void): () => void {
  let count = 0;
  let loaded = document.readyState === 'complete';
  const add = (n: number): void => {
    if (n === 0) return;
    count += n;
    onCount(count);
  };
  const onLoad = (): void => {
    loaded = true;
  };
  globalThis.addEventListener('load', onLoad, { once: true });

  const observer = new PerformanceObserver((list) => {
    if (!loaded || navigator.serviceWorker?.controller) return;
    add(
      list
        .getEntriesByType('resource')
        .filter(
          (entry) =>
            entry instanceof PerformanceResourceTiming &&
            /^https?:/.test(entry.name) &&
            entry.transferSize > 0,
        ).length,
    );
  });
  observer.observe({ type: 'resource' });

  const onMessage = (event: MessageEvent): void => {
    if (loaded && (event.data as { type?: string } | null)?.type === NETWORK_REQUEST_MESSAGE) add(1);
  };
  navigator.serviceWorker?.addEventListener('message', onMessage);
  return () => {
    observer.disconnect();
    globalThis.removeEventListener('load', onLoad);
    navigator.serviceWorker?.removeEventListener('message', onMessage);
  };
}
