import { useState } from 'react';
import type { ReactNode } from 'react';
import { EraseDialog } from '../erase/erase-dialog.tsx';
import { Button } from '../parts/button.tsx';
import type { LockedWords } from '../words/en/locked.ts';
import { useEraseWords } from '../words/erase-words.ts';
import css from './locked-view.module.css';

/** What is left to who has forgotten the passphrase: the truth, and to begin anew. */
export function Forgotten({ words }: { readonly words: LockedWords }): ReactNode {
  const { act } = useEraseWords();
  const [asking, setAsking] = useState(false);
  return (
    <details className={css['forgotten']}>
      <summary>{words.forgotten}</summary>
      {words.nobody.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {act}
      </Button>
      {asking && <EraseDialog onClose={() => setAsking(false)} />}
    </details>
  );
}
