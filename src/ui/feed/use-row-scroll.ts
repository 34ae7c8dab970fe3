import { useEffect, useEffectEvent, useState } from 'react';
import type { RefObject } from 'react';

export interface RowScroll {
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** A screenful on (1) or back (−1). At an end it does nothing. */
  readonly step: (direction: 1 | -1) => void;
}

/** Part of a row's width that one press moves it by: what was last becomes first. */
const STRIDE = 0.85;
/** A row that is so near to its end has no more to show. In CSS pixels. */
const SLACK = 8;

/** Where a sideways row stands. Its measures are taken only when the browser has just laid it out. */
export function useRowScroll(row: RefObject<HTMLElement | null>): RowScroll {
  const [ends, setEnds] = useState({ atStart: true, atEnd: false });

  const look = useEffectEvent(() => {
    const element = row.current;
    if (!element) return;
    const { scrollLeft, clientWidth, scrollWidth } = element;
    const atStart = scrollLeft <= SLACK;
    const atEnd = scrollLeft + clientWidth >= scrollWidth - SLACK;
    setEnds((was) => (was.atStart === atStart && was.atEnd === atEnd ? was : { atStart, atEnd }));
  });

  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    let frame = 0;
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => look());
    };
    const observer = new ResizeObserver(() => look());
    observer.observe(element);
    element.addEventListener('scroll', later, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', later);
      cancelAnimationFrame(frame);
    };
  }, [row]);

  const step = (direction: 1 | -1): void => {
    const element = row.current;
    element?.scrollBy({ left: direction * element.clientWidth * STRIDE });
  };

  return { ...ends, step };
}
