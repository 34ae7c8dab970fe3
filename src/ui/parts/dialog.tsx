import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { useWords } from '../words/words-context.tsx';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { openDialog } from './open-dialogs.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** For what stands side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog on the browser's own `<dialog>`: it traps the focus, closes on Escape, makes the rest inert
 * and needs no inline styles, which the page's policy forbids. Mounted means open.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps): ReactNode {
  const words = useWords();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useRef<HTMLHeadingElement>(null);
  const slot = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => (slot.current ? openDialog(slot.current) : undefined), []);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const opener = document.activeElement;
    if (!element.open) element.showModal();
    // The name first: a reader hears it, and no button stands ready for a stray Enter.
    name.current?.focus();
    return () => {
      // The element leaves the page without having been closed; the focus would be lost with it.
      queueMicrotask(() => {
        if (!element.isConnected && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
    };
  }, []);

  // A press that began within it, such as the choosing of a text, may end over its edge.
  const pressed = useRef<EventTarget | null>(null);
  const closeOnBackdrop = (event: MouseEvent): void => {
    if (event.target === dialog.current && pressed.current === dialog.current) onClose();
  };

  return (
    // Escape closes a modal dialog by itself; the click is for the backdrop.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={[css['dialog'], wide && css['wide']].filter(Boolean).join(' ')}
      aria-labelledby={heading}
      onClose={onClose}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={closeOnBackdrop}
    >
      <div className={css['sheet']}>
        <header className={css['head']}>
          <h2 id={heading} ref={name} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={words.shell.close} icon={<X aria-hidden />} onClick={onClose} />
        </header>
        {children}
      </div>
      {/* For what lies above everything: outside of the dialog it could not be reached. */}
      <div ref={slot} />
    </dialog>
  );
}
