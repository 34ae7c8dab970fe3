import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import css from './greeting.module.css';

/** The promise, for one who comes in for the first time. */
export function Greeting(): ReactNode {
  const words = useWords();
  return (
    <div className={css['greeting']}>
      <h1 className={css['promise']} tabIndex={-1}>
        {words.shell.promise.join('\n')}
      </h1>
      <p className={css['lead']}>{words.firstMinute.lead}</p>
    </div>
  );
}
