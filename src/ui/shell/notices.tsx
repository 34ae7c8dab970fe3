import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './notices.module.css';

/** What concerns the whole house: it is offline, a newer version waits, something went wrong. */
export function Notices(): ReactNode {
  const words = useWords().shell;
  const actions = useActions();
  const online = useHomebody((state) => state.online);
  const updateReady = useHomebody((state) => state.updateReady);
  const problem = useHomebody((state) => state.problem);
  const failure = useHomebody((state) => (state.phase === 'failed' ? state.failure : null));
  return (
    <div className={css['notices']}>
      {failure && (
        <ErrorNotice
          error={failure}
          reload={failure.code === 'home/unavailable' ? withoutChoice() : location.href}
        />
      )}
      {problem && <ErrorNotice error={problem} onDismiss={() => actions.dismissProblem()} />}
      {updateReady && (
        <Notice
          tone="ember"
          action={
            <Button look="main" onClick={() => actions.applyUpdate()}>
              {words.update}
            </Button>
          }
        >
          {words.updateReady}
        </Notice>
      )}
      {!online && <Notice tone="leaf">{words.offline}</Notice>}
    </div>
  );
}

/** The page's address without a forced home. */
function withoutChoice(): string {
  const address = new URL(location.href);
  address.searchParams.delete('home');
  return address.href;
}
