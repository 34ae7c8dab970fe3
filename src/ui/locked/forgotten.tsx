import { useState } from 'react';
import type { ReactNode } from 'react';
import { useHandle } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import type { LockedWords } from '../words/en/locked.ts';
import css from './locked-view.module.css';
import { useAttempt } from './use-attempt.ts';

/** What is left to who has forgotten the passphrase: the truth, and to begin anew. */
export function Forgotten({ words }: { readonly words: LockedWords }): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <details className={css['forgotten']}>
      <summary>{words.forgotten}</summary>
      {words.nobody.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {words.erase}
      </Button>
      {asking && <EraseDialog words={words} onClose={() => setAsking(false)} />}
    </details>
  );
}

function EraseDialog({
  words,
  onClose,
}: {
  readonly words: LockedWords;
  readonly onClose: () => void;
}): ReactNode {
  const homebody = useHandle();
  const { busy, error, run } = useAttempt();
  const erase = (): Promise<boolean> =>
    run(async () => {
      const { actions, store } = await homebody.ownership();
      await actions.erase();
      const { problem } = store.getState();
      if (problem) throw problem;
    });
  return (
    <Dialog title={words.eraseTitle} onClose={onClose}>
      <div className={css['asked']}>
        <p>{words.eraseWarning}</p>
        {error && <ErrorNotice error={error} />}
        <div className={css['acts']}>
          <Button look="main" disabled={busy} onClick={() => void erase()}>
            {busy ? words.erasing : words.erase}
          </Button>
          <Button disabled={busy} onClick={onClose}>
            {words.eraseKeep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
