import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './tidings.module.css';

/**
 * What comes from outside while the person does something else: a newer version waits, the network is gone, something tried to
 * reach out. It lies
 * over a corner and moves nothing, and can be put aside until there is news again.
 */
export function Tidings(): ReactNode {
  const words = useWords().shell;
  const actions = useActions();
  const online = useHomebody((state) => state.online);
  const updateReady = useHomebody((state) => state.updateReady);
  const [later, setLater] = useState(false);
  const [known, setKnown] = useState(false);
  const refused = useHomebody((state) => state.refusedTries);
  const [told, setTold] = useState(0);
  // A network that comes back makes its next absence news.
  if (online && known) setKnown(false);

  return (
    <div role="status" className={css['tidings']}>
      {updateReady && !later && (
        <Notice
          tone="ember"
          onDismiss={() => setLater(true)}
          action={
            <Button look="main" onClick={() => actions.applyUpdate()}>
              {words.update}
            </Button>
          }
        >
          {words.updateReady}
        </Notice>
      )}
      {refused > told && (
        <Notice tone="brick" onDismiss={() => setTold(refused)}>
          {words.refused(refused)} <Link href="/privacy/requests">{words.refusedMore}</Link>
        </Notice>
      )}
      {!online && !known && (
        <Notice tone="leaf" onDismiss={() => setKnown(true)}>
          {words.offline}
        </Notice>
      )}
    </div>
  );
}
