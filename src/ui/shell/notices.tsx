import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import css from './notices.module.css';

/** What went wrong, above whatever the page shows. */
export function Notices(): ReactNode {
  const actions = useActions();
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
      {/* What keeps the shop shut also fails whatever was asked of it: that is said once. */}
      {problem && problem.code !== failure?.code && (
        <ErrorNotice error={problem} onDismiss={() => actions.dismissProblem()} />
      )}
    </div>
  );
}

/** The page's address without a forced home. */
function withoutChoice(): string {
  const address = new URL(location.href);
  address.searchParams.delete('home');
  return address.href;
}
