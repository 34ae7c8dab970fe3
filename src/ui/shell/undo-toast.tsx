import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { Undoable } from '../../client/state.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useTopDialog } from '../parts/open-dialogs.ts';
import { useWords } from '../words/words-context.tsx';
import css from './undo-toast.module.css';
import { undoSentence } from './undo-sentence.ts';

/** For ten seconds after something was done: what it was, how long it can be undone, and the way back. */
export function UndoToast(): ReactNode {
  const undoable = useHomebody((state) => state.undoable);
  const dialog = useTopDialog();
  if (!undoable) return null;
  const toast = <Toast key={undoable.until} undoable={undoable} />;
  // What lies behind a modal dialog can be neither seen nor pressed.
  return dialog ? createPortal(toast, dialog) : toast;
}

function Toast({ undoable }: { readonly undoable: Undoable }): ReactNode {
  const words = useWords();
  const actions = useActions();
  const toast = useRef<HTMLDivElement>(null);
  const remember = useFocusBefore(toast);
  const high = useOutOfTheWay(toast);
  const [left] = useState(() => Math.max(0, undoable.until - Date.now()));

  return (
    // It only hears where the focus came from, to give it back.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={toast}
      aria-label={words.undo.justNow}
      className={css['toast']}
      data-toast
      data-high={high}
      onFocus={remember}
    >
      <p className={css['text']}>{undoSentence(undoable.act, words)}</p>
      <Button
        look="plain"
        aria-label={words.undo.undo}
        aria-keyshortcuts="u"
        onClick={() => void actions.undo()}
      >
        {words.undo.undo}
        <kbd className={css['key']} aria-hidden>
          {'u'}
        </kbd>
      </Button>
      <div className={css['left']} style={{ animationDuration: `${left}ms` }} aria-hidden />
    </section>
  );
}

/** The focus goes back to where it was before it came into the toast, when the toast goes away under it. */
function useFocusBefore(toast: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = toast.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      queueMicrotask(() => {
        const known = before.current instanceof HTMLElement && before.current.isConnected;
        const heading = [...document.querySelectorAll('dialog h2')].at(-1);
        const target = known ? before.current : (heading ?? document.querySelector('main h1'));
        if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      });
    };
  }, [toast]);
  return (event) => {
    if (!toast.current?.contains(event.relatedTarget)) before.current = event.relatedTarget;
  };
}

/** True while the toast would lie on what has the keyboard's focus: then it stands at the top. */
function useOutOfTheWay(toast: RefObject<HTMLElement | null>): boolean {
  const [high, setHigh] = useState(false);
  const low = useRef<DOMRect | null>(null);
  useEffect(() => {
    const look = (): void => {
      const focused = document.activeElement;
      if (!focused?.matches(':focus-visible') || toast.current?.contains(focused)) return;
      low.current ??= toast.current?.getBoundingClientRect() ?? null;
      const [mine, theirs] = [low.current, focused.getBoundingClientRect()];
      // What is as tall as the page, such as its main part, is not hidden by a strip of it.
      const small = theirs.height < innerHeight / 2;
      setHigh(
        mine !== null &&
          small &&
          theirs.bottom > mine.top &&
          theirs.top < mine.bottom &&
          theirs.right > mine.left &&
          theirs.left < mine.right,
      );
    };
    look();
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [toast]);
  return high;
}
