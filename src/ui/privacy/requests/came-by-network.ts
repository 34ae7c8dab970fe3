/**
 * Whether this page came over the network and not from what is stored here: on a first visit, or where the browser
 * was told to load it anew. Its parts then come as it does, until the service worker answers for them.
 */
export function cameByNetwork(): boolean {
  const [arrival] = performance.getEntriesByType('navigation');
  return (
    'serviceWorker' in navigator &&
    arrival !== undefined &&
    'workerStart' in arrival &&
    arrival.workerStart === 0
  );
}
