/**
 * The first frame belongs to what index.html holds, the promise: the page's own scripts, already on their way by
 * a preload, are run after it. A page that nobody sees draws no frame and does not wait for one.
 */
const firstFrame = new Promise<void>((drawn) => {
  if (document.visibilityState === 'hidden') drawn();
  else requestAnimationFrame(() => setTimeout(drawn));
});

await firstFrame;
await import('./page.tsx');
