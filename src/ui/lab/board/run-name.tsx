import type { ReactNode } from 'react';
import type { LabRun } from '../../../domain/lab.ts';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import css from './run-name.module.css';

export interface RunNameProps {
  readonly run: LabRun;
  readonly serving: boolean;
  readonly now: number;
}

/** A run by its model, in the model's colour; when it was made, and whether it ranks the shelves. */
export function RunName({ run, serving, now }: RunNameProps): ReactNode {
  const words = useLabWords();
  const { ago } = useWords().formats;
  return (
    <div className={css['name']}>
      <span className={css['hue']} style={{ background: modelColour(run.model) }} aria-hidden />
      <div className={css['text']}>
        <span className={css['model']}>{words.model(run.model)}</span>
        <span className={css['soft']}>{words.board.made(run.seed, ago(run.at, now))}</span>
        {run.origin === 'imported' && <span className={css['soft']}>{words.board.imported}</span>}
        {run.privacy && <span className={css['soft']}>{words.board.claimsPrivacy}</span>}
        {serving && <span className={css['serving']}>{words.board.serves}</span>}
      </div>
    </div>
  );
}
