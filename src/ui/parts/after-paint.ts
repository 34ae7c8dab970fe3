/**
 * Does work once the page has shown what the press that asked for it changes by itself: the browser paints first,
 * and no frame waits for what may take longer than one.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, 0));
}
