import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './undo-toast.module.css';
import { undoSentence } from './undo-sentence.ts';

/** For ten seconds after something was done: what it was, and the way back. */
export function UndoToast(): ReactNode {
  const words = useWords();
  const actions = useActions();
  const undoable = useHomebody((state) => state.undoable);
  if (!undoable) return null;
  return (
    <div key={`${undoable.kind} ${undoable.event.id}`} className={css['toast']}>
      <p className={css['text']}>{undoSentence(undoable, words)}</p>
      <Button look="plain" onClick={() => void actions.undo()}>
        {words.undo.undo}
      </Button>
    </div>
  );
}
