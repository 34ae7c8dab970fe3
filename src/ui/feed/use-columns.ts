import { startTransition, useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** In how many columns a grid lies; 1 until the browser has laid it out. */
export function useColumns(grid: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const count = getComputedStyle(element).gridTemplateColumns.split(' ').length;
      startTransition(() => setColumns(count));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return columns;
}

/** How many of `count` things end in a row that looks full: a last row of half its places or less is left for later. */
export function wholeRows(count: number, columns: number): number {
  const last = count % columns;
  return last > columns / 2 || count < columns ? count : count - last;
}
