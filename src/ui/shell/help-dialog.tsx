import type { ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './help-dialog.module.css';

/** The keys. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().help;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <Keys
        keys={[
          ['l', words.keys.like],
          ['x', words.keys.dismiss],
          ['w', words.keys.why],
          [words.arrows, words.keys.move],
        ]}
      />
      <p>{words.everywhere}</p>
      <Keys
        keys={[
          ['u', words.keys.undo],
          ['⇧ l', words.keys.lock],
          ['?', words.keys.help],
        ]}
      />
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className={css['keys']}>
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
