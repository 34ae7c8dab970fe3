import type { ReactNode } from 'react';
import X from 'lucide-react/icons/x';
import { useWords } from '../words/words-context.tsx';
import { IconButton } from './button.tsx';
import css from './notice.module.css';

export interface NoticeProps {
  readonly tone: 'leaf' | 'ember' | 'brick';
  readonly children: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  readonly action?: ReactNode;
}

/** A line that tells what is going on around the shelves. */
export function Notice({ tone, children, onDismiss, action }: NoticeProps): ReactNode {
  const words = useWords();
  return (
    <div className={[css['notice'], css[tone]].join(' ')}>
      <div className={css['text']}>{children}</div>
      {action}
      {onDismiss && (
        <IconButton label={words.shell.dismiss} icon={<X size={20} aria-hidden />} onClick={onDismiss} />
      )}
    </div>
  );
}
