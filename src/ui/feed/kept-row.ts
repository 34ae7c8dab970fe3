/** A row of the page: the window, a shelf, the list. Places on screen, in CSS pixels. */
export interface RowPlace {
  /** The same for the same row before and after. */
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The row that must not move: the one that was acted in as long as it is on screen, else the one in its middle.
 *
 * @param height of the screen
 */
export function rowToKeep(rows: readonly RowPlace[], acted: string | null, height: number): RowPlace | null {
  const seen = rows.filter(({ top, bottom }) => bottom > 0 && top < height);
  return (
    seen.find(({ key }) => key === acted) ??
    seen.find(({ top, bottom }) => top <= height / 2 && bottom >= height / 2) ??
    null
  );
}

/** How far the page must be scrolled for a row to be where it was; 0 when it is gone. */
export function shiftOf(kept: RowPlace, rows: readonly RowPlace[]): number {
  const now = rows.find(({ key }) => key === kept.key);
  return now ? now.top - kept.top : 0;
}
