import { useState } from 'react';
import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './tidings.module.css';

/**
 * What comes from outside while the person does something else: a newer version waits, the network is gone. It lies
 * over a corner and moves nothing, and can be put aside until there is news again.
 */
export function Tidings(): ReactNode {
  const words = useWords().shell;
  const actions = useActions();
  const online = useHomebody((state) => state.online);
  const updateReady = useHomebody((state) => state.updateReady);
  const [later, setLater] = useState(false);
  const [known, setKnown] = useState(false);
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
      {!online && !known && (
        <Notice tone="leaf" onDismiss={() => setKnown(true)}>
          {words.offline}
        </Notice>
      )}
    </div>
  );
}
