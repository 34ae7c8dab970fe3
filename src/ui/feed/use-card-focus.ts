import { useEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

const CARD = 'article';

/** Where the arrow keys lead from a card, by the places of the cards on screen; null when nowhere. */
export function neighbourOf(
  places: readonly { readonly left: number; readonly top: number }[],
  from: number,
  key: string,
): number | null {
  const here = places[from];
  if (!here) return null;
  if (key === 'ArrowRight') return from + 1 < places.length ? from + 1 : null;
  if (key === 'ArrowLeft') return from > 0 ? from - 1 : null;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const way = key === 'ArrowDown' ? 1 : -1;
  const steps = places.map((place) => (place.top - here.top) * way);
  const row = Math.min(...steps.filter((step) => step > 1));
  // A shorter row has nothing straight below: what is nearest to it is as good.
  const nearest = places.reduce(
    (best, place, i) =>
      steps[i] === row && Math.abs(place.left - here.left) < best.away
        ? { i, away: Math.abs(place.left - here.left) }
        : best,
    { i: -1, away: Infinity },
  );
  return nearest.i === -1 ? null : nearest.i;
}

export interface CardFocus {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Moves the focus between the cards of a room with the arrow keys, over all of its rows, opens a card with Enter
 * and keeps the focus in the room when the card that has it leaves: the card that takes its place gets it.
 *
 * @param change another one when the room may be another; null before there are cards
 */
export function useCardFocus(room: RefObject<HTMLElement | null>, change: object | null): CardFocus {
  const focused = useRef<{ readonly card: Element; readonly place: number } | null>(null);
  const cards = (): readonly HTMLElement[] => [...(room.current?.querySelectorAll<HTMLElement>(CARD) ?? [])];

  useEffect(() => {
    const element = room.current;
    if (change === null || !element) return undefined;
    const keep = (): void => {
      const last = focused.current;
      if (!last || last.card.isConnected || document.activeElement !== document.body) return;
      const left = [...element.querySelectorAll<HTMLElement>(CARD)];
      left[Math.min(last.place, left.length - 1)]?.focus({ preventScroll: true });
    };
    keep();
    // Its rows are laid one after another: each may take the card away.
    const observer = new MutationObserver(keep);
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [room, change]);

  return {
    onFocus: (event) => {
      const card = event.target.closest<HTMLElement>(CARD);
      focused.current = card ? { card, place: cards().indexOf(card) } : null;
    },
    onBlur: (event) => {
      // A card that is removed loses the focus to nothing; a person who leaves takes it somewhere.
      if (event.relatedTarget) focused.current = null;
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>(CARD) : null;
      if (!card) return;
      if (event.key === 'Enter' && event.target === card) {
        event.preventDefault();
        card.querySelector('a')?.click();
      }
      if (!event.key.startsWith('Arrow')) return;
      const all = cards();
      // By the list items: they have a place also where the browser skips what is in them.
      const boxes = all.map((one) => (one.parentElement ?? one).getBoundingClientRect());
      const next = neighbourOf(boxes, all.indexOf(card), event.key);
      if (next === null) return;
      event.preventDefault();
      all[next]?.focus();
    },
  };
}
