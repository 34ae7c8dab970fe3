import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { afterPaint } from './after-paint.ts';
import { holdScroll } from './hold-scroll.ts';
import { openDialog, topDialog } from './open-dialogs.ts';

const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]';

/** The browser's own answer to Escape and to the back gesture, where it has one. */
declare const CloseWatcher: new () => EventTarget & { destroy(): void };

interface Modal {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** What is focused first. */
  readonly name: RefObject<HTMLElement | null>;
  /** An element in it where what lies above everything can stand. */
  readonly slot: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/**
 * Shows a dialog above everything, keeps the focus in it, closes it on Escape and on the back gesture, and gives
 * the focus back. Returns what closes it. By the top layer and not by `showModal`, which computes the style of every
 * element behind it anew: on a full page that is most of what opening a dialog costs.
 */
export function useModal({ dialog, name, slot, onClose }: Modal): () => void {
  useLayoutEffect(() => (slot.current ? openDialog(slot.current) : undefined), [slot]);

  // What is left goes out of sight at once; to take it down, and give the focus back, takes longer than a frame.
  const leave = (): void => {
    const element = dialog.current;
    if (!element || element.hasAttribute('data-leaving')) return;
    element.setAttribute('data-leaving', '');
    afterPaint(onClose);
  };
  const close = useRef(leave);
  useEffect(() => {
    close.current = leave;
  });

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const opener = document.activeElement;
    const isTop = (): boolean => element.contains(topDialog());
    const letGo = holdScroll(element);
    element.showPopover();
    // The name first: a reader hears it, and no button stands ready for a stray Enter.
    name.current?.focus();

    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener(
      'keydown',
      (event) => {
        if (!isTop() || event.defaultPrevented) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          close.current();
        } else if (event.key === 'Tab') {
          turnAtTheEnds(event, element, name.current);
        }
      },
      { signal },
    );
    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (isTop() && target instanceof Node && !element.contains(target)) name.current?.focus();
      },
      { signal },
    );
    const watcher = typeof CloseWatcher === 'function' ? new CloseWatcher() : null;
    watcher?.addEventListener('close', () => close.current());
    return () => {
      letGo();
      listening.abort();
      watcher?.destroy();
      if (element.isConnected) element.hidePopover();
      // The element leaves the page with the focus in it, which would be lost.
      queueMicrotask(() => {
        if (!element.isConnected && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
    };
  }, [dialog, name]);
  return leave;
}

/** Tab goes from the last to the first, and Shift+Tab back. */
function turnAtTheEnds(event: KeyboardEvent, element: HTMLElement, name: HTMLElement | null): void {
  const stops = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.checkVisibility());
  const [first, last] = [stops[0], stops.at(-1)];
  const { activeElement } = document;
  const atStart = activeElement === first || activeElement === name || activeElement === element;
  const next = event.shiftKey ? (atStart ? last : null) : activeElement === last ? first : null;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
