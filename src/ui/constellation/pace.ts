/** What the map is doing: for each, the time between two drawings, ms, at least, and the share of a core's time. */
const PACES = {
  /** The machine is needed elsewhere. */
  training: { ms: 120, share: 0.03 },
  /** Points are on their way: nobody sees more than so many pictures of a drift. */
  drifting: { ms: 33, share: 0.15 },
  /** Somebody moves it. */
  moved: { ms: 16, share: 0.4 },
} as const;
export type Pace = keyof typeof PACES;

/** How long after the start of a drawing the next may start, ms. `drawMs`: what one takes. */
export function pauseBetween(pace: Pace, drawMs: number): number {
  const { ms, share } = PACES[pace];
  return Math.max(ms, drawMs / share);
}
