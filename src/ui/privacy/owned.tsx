import { use } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import css from './owned.module.css';
import { OwnershipContext } from './ownership-context.tsx';
import { usePrivacyWords } from './privacy-words-context.tsx';

/** What can be drawn with it only; until then `skeleton`, or why it cannot be had. */
export function Owned({
  skeleton,
  children,
}: {
  readonly skeleton: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const words = usePrivacyWords();
  const opening = use(OwnershipContext);
  const failed = useHomebody((state) => state.phase === 'failed');
  // What keeps the shop shut stands above.
  if (failed) return null;
  if (opening?.error) {
    return (
      <div className={css['failed']}>
        <ErrorNotice error={opening.error} />
        <Button look="main" onClick={opening.again}>
          {words.again}
        </Button>
      </div>
    );
  }
  return opening?.ownership ? children : skeleton;
}
