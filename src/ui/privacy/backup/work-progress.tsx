import type { ReactNode } from 'react';
import type { OwnershipWork } from '../../../client/ownership-state.ts';
import { Button } from '../../parts/button.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { useFoundFocus } from '../use-found-focus.ts';
import css from './work-progress.module.css';

/** How far a backup or a restoring is, and the way to stop it. */
export function WorkProgress({ work }: { readonly work: OwnershipWork }): ReactNode {
  const words = usePrivacyWords().copies.work;
  const actions = useOwnershipActions();
  const found = useFoundFocus<HTMLDivElement>();
  const { phase, bytesDone, bytesTotal } = work.progress;
  const fraction = bytesTotal > 0 ? bytesDone / bytesTotal : 0;
  const far = words.far(bytesDone, bytesTotal);
  return (
    <div ref={found} tabIndex={-1} className={css['work']}>
      <p role="status">{work.cancelling ? words.cancelling : words.phases[phase]}</p>
      <ProgressBar
        label={words.names[work.kind]}
        fraction={fraction}
        text={far === '' ? words.phases[phase] : words.percent(fraction)}
      />
      <p className={css['far']}>
        <span>{far}</span>
        <span>{Number.isFinite(work.remainingMs) && words.left(work.remainingMs)}</span>
      </p>
      <Button
        disabled={work.cancelling || phase === 'committing'}
        className={css['cancel']}
        onClick={() => void actions.cancel()}
      >
        {words.cancel}
      </Button>
    </div>
  );
}
