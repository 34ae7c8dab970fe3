import { useId } from 'react';
import type { ReactNode } from 'react';
import type { MaskedColumn } from '../../domain/cleaning.ts';
import { useWords } from '../words/words-context.tsx';
import css from './masked-columns.module.css';

/** What of an import named people, where it stood and what became of it. */
export function MaskedColumns({ masked }: { readonly masked: readonly MaskedColumn[] }): ReactNode {
  const words = useWords().masked;
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={css['masked']}>
      <h3 id={heading}>{words.title}</h3>
      <p className={css['lead']}>{masked.length > 0 ? words.lead : words.none}</p>
      {masked.length > 0 && (
        <ul className={css['list']} aria-labelledby={heading}>
          {masked.map((column) => (
            <li key={`${column.file}:${column.place}:${column.kind}:${column.action}`}>
              <p className={css['head']}>
                <span className={css['kind']}>{words.kinds[column.kind]}</span>
                <span className={css['count']}>{words.count(column)}</span>
              </p>
              <p className={css['where']}>{words.where(column)}</p>
              <p className={css['example']}>{words.example(column)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
