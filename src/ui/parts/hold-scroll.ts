const SCROLLING_KEYS: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]);

const SCROLLS = /auto|scroll/;

/** They have an answer of their own to such a key. */
const ANSWERING = 'button, input, select, textarea, summary, [contenteditable], [role=slider]';

/**
 * Keeps the page behind a dialog from scrolling until what is returned is called: wheel, finger and key scroll what
 * lies within the room and nothing else. By its events and not by the style of the page: hiding the page's overflow
 * lays it out and paints it anew, which costs more than all the rest of opening and closing a dialog.
 *
 * @param room what covers the page
 */
export function holdScroll(room: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const hold = (event: Event, across: boolean): void => {
    if (event.cancelable && !event.defaultPrevented && !scrollsWithin(event.target, room, across))
      event.preventDefault();
  };
  // Two fingers enlarge the page, and so does the wheel with Control: they are left alone.
  const onTouch = (event: TouchEvent): void => {
    if (event.touches.length === 1) hold(event, true);
  };
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && Math.abs(event.deltaY) >= Math.abs(event.deltaX)) hold(event, false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!SCROLLING_KEYS.has(event.key)) return;
    if (!(event.target instanceof Element && event.target.closest(ANSWERING))) hold(event, false);
  };
  room.addEventListener('touchmove', onTouch, { signal, passive: false });
  room.addEventListener('wheel', onWheel, { signal, passive: false });
  document.addEventListener('keydown', onKey, { signal });
  return () => listening.abort();
}

/** What scrolls within the room has `overscroll-behavior: contain`, and never hands on to the page. */
function scrollsWithin(target: EventTarget | null, room: HTMLElement, across: boolean): boolean {
  let one = target instanceof Element ? target : null;
  for (; one && room.contains(one); one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    if (one.scrollHeight > one.clientHeight && SCROLLS.test(overflowY)) return true;
    if (across && one.scrollWidth > one.clientWidth && SCROLLS.test(overflowX)) return true;
  }
  return false;
}
