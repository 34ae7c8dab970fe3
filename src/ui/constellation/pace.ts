/** Time between two drawings, ms, at least: 60 a second, and 20 while training needs the machine. */
const FREE_MS = 16;
const TRAINING_MS = 50;
/** Drawing may take this share of one core's time. */
const FREE_SHARE = 0.4;
const TRAINING_SHARE = 0.05;

/** How long after the start of a drawing the next may start, ms. `drawMs`: what one takes. */
export function pauseBetween(training: boolean, drawMs: number): number {
  return training ? Math.max(TRAINING_MS, drawMs / TRAINING_SHARE) : Math.max(FREE_MS, drawMs / FREE_SHARE);
}
