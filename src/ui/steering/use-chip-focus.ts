import { useCallback, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

/** Not those that lead out of the panel. */
const BUTTONS = 'button:not([aria-haspopup])';

/**
 * Keeps the focus in a panel when the button that has it leaves: the one that takes its place gets it, or the
 * last one.
 *
 * @param change another one when buttons may have left
 */
export function useChipFocus(
  panel: RefObject<HTMLElement | null>,
  change: string,
): (event: FocusEvent) => void {
  const focused = useRef<{ readonly button: Element; readonly place: number } | null>(null);
  const buttons = (): readonly HTMLElement[] => [
    ...(panel.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? []),
  ];

  useLayoutEffect(() => {
    const last = focused.current;
    if (!last || last.button.isConnected || document.activeElement !== document.body) return;
    const left = [...(panel.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])];
    left[Math.min(last.place, left.length - 1)]?.focus({ preventScroll: true });
  }, [panel, change]);

  return useCallback((event) => {
    const button = event.target.closest('button');
    focused.current = button ? { button, place: buttons().indexOf(button) } : null;
    // The panel is asked at the time of the event.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
}
