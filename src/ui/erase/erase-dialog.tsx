import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { asError } from '../../client/errors.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { useHandle } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useEraseWords } from '../words/erase-words.ts';
import css from './erase-dialog.module.css';

export interface EraseDialogProps {
  /** What would be gone, in counts; left out where nobody can count it. */
  readonly counts?: string | undefined;
  readonly onClose: () => void;
}

/** Asks for a word to be typed before everything is erased: no stray press or key does it. */
export function EraseDialog({ counts, onClose }: EraseDialogProps): ReactNode {
  const words = useEraseWords();
  const homebody = useHandle();
  const field = useId();
  const [typed, setTyped] = useState('');
  const [erasing, setErasing] = useState(false);
  const [error, setError] = useState<HomebodyError | null>(null);
  const confirmed = typed.trim().toLowerCase() === words.confirmWord;

  const erase = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!confirmed || erasing) return;
    setErasing(true);
    setError(null);
    try {
      const { actions, store } = await homebody.ownership();
      await actions.erase();
      setError(store.getState().problem);
    } catch (reason) {
      setError(asError(reason));
    }
    setErasing(false);
  };

  return (
    <Dialog title={words.title} onClose={onClose}>
      <form noValidate className={css['form']} onSubmit={(event) => void erase(event)}>
        <p>{words.gone}</p>
        {counts !== undefined && <p className={css['counts']}>{counts}</p>}
        <p>{words.final}</p>
        {error && <ErrorNotice error={error} />}
        <div className={css['field']}>
          <label htmlFor={field}>{words.confirm}</label>
          <input
            id={field}
            value={typed}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            disabled={erasing}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <p role="status" className={css['status']}>
          {erasing && words.erasing}
        </p>
        <div className={css['acts']}>
          <Button disabled={erasing} onClick={onClose}>
            {words.keep}
          </Button>
          <Button look="main" type="submit" disabled={!confirmed || erasing}>
            {words.act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
