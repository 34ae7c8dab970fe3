import { useCallback, useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

/** Where a drag would lead if the finger were lifted now. */
export interface Swipe {
  readonly side: 'like' | 'dismiss';
  /** Past the threshold: it will be done. */
  readonly sure: boolean;
}

/** A drag is sideways from here on, in CSS pixels; before, it may still become a scroll. */
const SLOP = 12;
/** Part of the thing's width that makes an answer of a drag, and its bounds in CSS pixels. */
const ENOUGH = 0.4;
const LEAST = 64;
const MOST = 150;
/** The edges of the screen belong to the browser's own way back. */
const EDGE = 20;
const BACK_MS = 180;
const AWAY_MS = 200;
/** An answer that never came leaves the thing where it was. */
const RETURN_MS = 2_500;

/** What a drag of `dx` over a thing of `width` means. */
export function swipeOf(dx: number, width: number): Swipe {
  const enough = Math.min(MOST, Math.max(LEAST, width * ENOUGH));
  return { side: dx > 0 ? 'like' : 'dismiss', sure: Math.abs(dx) >= enough };
}

/** Whether a movement is sideways enough to be a drag (true), a scroll (false), or is not told yet (null). */
export function isDrag(dx: number, dy: number): boolean | null {
  if (Math.abs(dx) < SLOP && Math.abs(dy) < SLOP) return null;
  return Math.abs(dx) > Math.abs(dy) * 2;
}

interface Drag {
  readonly pointer: number;
  readonly thing: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  moving: boolean;
  dx: number;
}

export interface Swiper {
  /** The thing under the finger and where it would go; null while none is dragged. */
  readonly swipe: (Swipe & { readonly thing: HTMLElement }) | null;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: (event: PointerEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/**
 * Lets things that match `selector` be dragged to a side by touch. The thing follows the finger by a transform
 * of its own; React hears only of a change of side or of certainty. The browser takes vertical movements for
 * scrolling (`touch-action: pan-y` on the things), and its `pointercancel` ends the drag.
 */
export function useSwipe(
  selector: string,
  onAnswer: (side: Swipe['side'], thing: HTMLElement) => void,
): Swiper {
  const drag = useRef<Drag | null>(null);
  const swallow = useRef(false);
  const [swipe, setSwipe] = useState<Swiper['swipe']>(null);

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      swallow.current = false;
      if (event.pointerType !== 'touch' || !event.isPrimary || drag.current) return;
      if (event.clientX < EDGE || event.clientX > innerWidth - EDGE) return;
      const thing = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
      if (!thing) return;
      const { pointerId: pointer, clientX: x, clientY: y } = event;
      drag.current = { pointer, thing, x, y, width: thing.offsetWidth, moving: false, dx: 0 };
    },
    [selector],
  );

  const onPointerMove = useCallback((event: PointerEvent) => {
    const now = drag.current;
    if (!now || event.pointerId !== now.pointer) return;
    now.dx = event.clientX - now.x;
    if (!now.moving) {
      const sideways = isDrag(now.dx, event.clientY - now.y);
      if (sideways === null) return;
      if (!sideways) {
        drag.current = null;
        return;
      }
      now.moving = true;
      now.thing.setPointerCapture(now.pointer);
    }
    now.thing.style.transform = `translateX(${now.dx}px) rotate(${now.dx / 60}deg)`;
    const { side, sure } = swipeOf(now.dx, now.width);
    setSwipe((was) =>
      was && was.side === side && was.sure === sure ? was : { side, sure, thing: now.thing },
    );
  }, []);

  const end = useCallback(
    (event: PointerEvent, lifted: boolean) => {
      const now = drag.current;
      if (!now || event.pointerId !== now.pointer) return;
      drag.current = null;
      setSwipe(null);
      if (!now.moving) return;
      swallow.current = true;
      const { thing, dx, width } = now;
      const from = thing.style.transform;
      thing.style.transform = '';
      const { side, sure } = swipeOf(dx, width);
      // What follows the finger is no motion of its own; what goes on without it is.
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (!lifted || !sure) {
        if (calm) return;
        thing.animate([{ transform: from }, { transform: 'none' }], {
          duration: BACK_MS,
          easing: 'ease-out',
        });
        return;
      }
      const away = calm ? from : `translateX(${Math.sign(dx) * (width + 40)}px)`;
      const gone = thing.animate([{ transform: from }, { transform: away, opacity: 0 }], {
        duration: AWAY_MS,
        easing: 'ease-in',
        fill: 'forwards',
      });
      setTimeout(() => gone.cancel(), RETURN_MS);
      onAnswer(side, thing);
    },
    [onAnswer],
  );

  return {
    swipe,
    onPointerDown,
    onPointerMove,
    onPointerUp: useCallback((event) => end(event, true), [end]),
    onPointerCancel: useCallback((event) => end(event, false), [end]),
    // The finger that dragged a link's picture has not pressed the link.
    onClickCapture: useCallback((event) => {
      if (!swallow.current) return;
      swallow.current = false;
      event.preventDefault();
      event.stopPropagation();
    }, []),
  };
}
