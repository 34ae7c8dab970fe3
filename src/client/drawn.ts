/** Longest wait, ms. */
const PATIENCE_MS = 1500;

/** Resolves when the page has drawn what it was given and has nothing else to do, or at last all the same. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve();
    if (typeof requestIdleCallback === 'function') requestIdleCallback(done, { timeout: PATIENCE_MS });
    else setTimeout(done, PATIENCE_MS);
  });
}
