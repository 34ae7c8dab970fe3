import { useEffect } from 'react';
import type { RefObject } from 'react';
import { panned, zoomedAbout } from './camera.ts';
import type { Camera } from './camera.ts';
import type { MapStage } from './map-stage.ts';
import { nearest } from './nearest.ts';

/** How near a pointer must come to a point, px. */
const MOUSE_REACH = 12;
const FINGER_REACH = 26;
/** A press that moves further is a drag, px. */
const SLIP = 5;
/** A second press within this time and distance zooms. */
const DOUBLE_MS = 320;
const DOUBLE_PX = 28;
const DOUBLE_ZOOM = 2;
/** Zoom by a pixel of wheel; a notch is about 100. */
const WHEEL_ZOOM = 0.0022;
const WHEEL_LINE_PX = 32;

export interface Gestures {
  /** A point was pressed, −1: none; or is hovered over. Must not change. */
  readonly onPress: (point: number) => void;
  readonly onHover: (point: number, x: number, y: number) => void;
  readonly onLook: (camera: Camera) => void;
}

/**
 * Pointer, wheel and fingers on the map. The page's own scrolling comes first: a plain wheel zooms only while the
 * map has the focus, and one finger moves the map only where it can be moved and `grabs` is set.
 */
export function useMapGestures(
  widget: RefObject<HTMLElement | null>,
  stage: RefObject<MapStage | null>,
  grabs: boolean,
  { onPress, onHover, onLook }: Gestures,
): void {
  useEffect(() => {
    const element = widget.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let dragged = false;
    let last = { x: 0, y: 0, at: -Infinity };

    const spot = (clientX: number, clientY: number): readonly [number, number] => {
      const box = element.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    /** @returns false when the camera is there already. */
    const zoom = (x: number, y: number, factor: number, glide: boolean): boolean => {
      const map = stage.current;
      if (!map) return false;
      const next = zoomedAbout(map.camera, map.box, x, y, factor);
      if (next.zoom === map.camera.zoom) return false;
      map.look(next, glide);
      onLook(next);
      return true;
    };
    const pan = (dx: number, dy: number): void => {
      const map = stage.current;
      if (map && map.camera.zoom > 1) map.look(panned(map.camera, map.box, dx, dy));
    };

    element.addEventListener(
      'wheel',
      (event) => {
        const focused = document.activeElement === element;
        if (!focused && !event.ctrlKey && !event.metaKey) return;
        const pixels =
          event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * WHEEL_LINE_PX : event.deltaY;
        // Pinching on a touchpad comes as small steps with ctrl.
        const eager = event.ctrlKey && Math.abs(pixels) < 50 ? 4 : 1;
        const zoomed = zoom(
          ...spot(event.clientX, event.clientY),
          Math.exp(-pixels * WHEEL_ZOOM * eager),
          false,
        );
        // At its end the wheel is the page's again; with ctrl it would zoom the page.
        if (zoomed || event.ctrlKey || event.metaKey) event.preventDefault();
      },
      { passive: false, signal },
    );

    let from: { readonly x: number; readonly y: number } | null = null;
    element.addEventListener(
      'pointerdown',
      (event) => {
        dragged = false;
        if (event.pointerType === 'touch' || event.button !== 0) return;
        from = { x: event.clientX, y: event.clientY };
        element.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType === 'touch') return;
        if (from === null) {
          const [x, y] = spot(event.clientX, event.clientY);
          onHover(nearest(stage.current?.pixels ?? new Float32Array(0), x, y, MOUSE_REACH), x, y);
          return;
        }
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        if (!dragged && Math.hypot(dx, dy) < SLIP) return;
        dragged = true;
        pan(dx, dy);
        from = { x: event.clientX, y: event.clientY };
      },
      { signal },
    );
    const drop = (): void => {
      from = null;
    };
    element.addEventListener('pointerup', drop, { signal });
    element.addEventListener('pointercancel', drop, { signal });

    let fingers: { readonly x: number; readonly y: number; readonly apart: number } | null = null;
    const touch = (event: TouchEvent): void => {
      const [one, two] = event.touches;
      const alone = !two;
      const canPan = grabs && (stage.current?.camera.zoom ?? 1) > 1;
      if (!one || (alone && !canPan)) {
        fingers = null;
        return;
      }
      const [ax, ay] = spot(one.clientX, one.clientY);
      const [bx, by] = two ? spot(two.clientX, two.clientY) : [ax, ay];
      const now = { x: (ax + bx) / 2, y: (ay + by) / 2, apart: Math.hypot(bx - ax, by - ay) };
      if (event.type === 'touchmove' && fingers) {
        const [dx, dy] = [now.x - fingers.x, now.y - fingers.y];
        if (Math.hypot(dx, dy) > 1) dragged = true;
        pan(dx, dy);
        if (!alone && fingers.apart > 0) zoom(now.x, now.y, now.apart / fingers.apart, false);
        if (event.cancelable) event.preventDefault();
      }
      fingers = now;
    };
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      element.addEventListener(type, touch, { passive: type !== 'touchmove', signal });
    }

    element.addEventListener(
      'click',
      (event) => {
        if (dragged) return;
        const [x, y] = spot(event.clientX, event.clientY);
        const again = event.timeStamp - last.at < DOUBLE_MS && Math.hypot(x - last.x, y - last.y) < DOUBLE_PX;
        last = { x, y, at: again ? -Infinity : event.timeStamp };
        if (again) {
          zoom(x, y, DOUBLE_ZOOM, true);
          return;
        }
        const finger = event instanceof PointerEvent && event.pointerType === 'touch';
        const pixels = stage.current?.pixels ?? new Float32Array(0);
        onPress(nearest(pixels, x, y, finger ? FINGER_REACH : MOUSE_REACH));
      },
      { signal },
    );
    return () => listening.abort();
  }, [widget, stage, grabs, onPress, onHover, onLook]);
}
