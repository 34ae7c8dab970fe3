import { useId, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { useWords } from '../words/words-context.tsx';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { useModal } from './use-modal.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** For what stands side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: it has the focus until it is closed, and a press beside it closes it. Mounted means open. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps): ReactNode {
  const words = useWords();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useRef<HTMLHeadingElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const leave = useModal({ dialog, name, slot, onClose });

  // A press that began within it, such as the choosing of a text, may end beside it.
  const pressed = useRef<EventTarget | null>(null);
  const closeBeside = (event: MouseEvent): void => {
    if (event.target === dialog.current && pressed.current === dialog.current) leave();
  };

  return (
    // The keys are heard by `useModal`; the click is for what is beside it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      popover="manual"
      className={css['room']}
      aria-modal
      aria-labelledby={heading}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={closeBeside}
    >
      <div className={[css['dialog'], wide && css['wide']].filter(Boolean).join(' ')}>
        <div className={css['head']}>
          <h2 id={heading} ref={name} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={words.shell.close} icon={<X aria-hidden />} onClick={leave} />
        </div>
        {children}
      </div>
      {/* For what lies above everything: outside of the dialog it could not be reached. */}
      <div ref={slot} />
    </dialog>
  );
}
