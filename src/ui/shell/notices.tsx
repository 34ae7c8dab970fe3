import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './notices.module.css';
import { placeOf } from './places.ts';

/** What went wrong, above whatever the page shows. */
export function Notices(): ReactNode {
  const actions = useActions();
  const problem = useHomebody((state) => state.problem);
  const failure = useHomebody((state) => (state.phase === 'failed' ? state.failure : null));
  return (
    <div className={css['notices']}>
      <Damaged />
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

/** That records are damaged, where it is not told anyway. */
function Damaged(): ReactNode {
  const words = useWords().shell;
  const total = useHomebody((state) => state.storage?.damaged?.total ?? 0);
  const elsewhere = placeOf(useLocation()[0])?.name !== 'privacy';
  const [known, setKnown] = useState(0);
  if (total === known || total === 0 || !elsewhere) return null;
  return (
    <Notice tone="ember" onDismiss={() => setKnown(total)}>
      {words.damaged(total)} <Link href="/privacy/stored">{words.damagedWhich}</Link>
    </Notice>
  );
}

/** The page's address without a forced home. */
function withoutChoice(): string {
  const address = new URL(location.href);
  address.searchParams.delete('home');
  return address.href;
}
