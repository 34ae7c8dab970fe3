import type { ReactNode } from 'react';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import type { HomebodyError } from '../../domain/errors.ts';
import { useWords } from '../words/words-context.tsx';
import { Button } from './button.tsx';
import css from './error-notice.module.css';
import { Notice } from './notice.tsx';

export interface ErrorNoticeProps {
  readonly error: HomebodyError;
  readonly onDismiss?: () => void;
  /** Offers to load the page again, at this address. */
  readonly reload?: string;
}

/** What happened, what is safe, what to do; the exact message one tap deeper. */
export function ErrorNotice({ error, onDismiss, reload }: ErrorNoticeProps): ReactNode {
  const words = useWords();
  const said = words.errors[error.code];
  return (
    <div role="alert">
      <Notice tone="brick" onDismiss={onDismiss}>
        <p className={css['what']}>{said.what}</p>
        <dl className={css['parts']}>
          <dt>{words.problem.safe}</dt>
          <dd>{said.safe}</dd>
          <dt>{words.problem.remedy}</dt>
          <dd>{said.remedy}</dd>
        </dl>
        {reload !== undefined && (
          <Button look="main" icon={<RotateCcw size={20} aria-hidden />} onClick={() => open(reload)}>
            {words.problem.reload}
          </Button>
        )}
        <details className={css['details']}>
          <summary>{words.problem.details}</summary>
          <code>
            {error.code}: {error.message}
          </code>
        </details>
      </Notice>
    </div>
  );
}

/** Loads an address, also when it differs from the present one in its hash alone. */
function open(address: string): void {
  if (address === location.href) location.reload();
  else location.replace(address);
}
