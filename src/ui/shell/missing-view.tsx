import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/words-context.tsx';
import css from './missing-view.module.css';

/** Nothing lives at this address. */
export function MissingView({ title, hint }: { readonly title?: string; readonly hint?: string }): ReactNode {
  const words = useWords();
  return (
    <div className={css['view']}>
      <h1 tabIndex={-1}>{title ?? words.missing.title}</h1>
      <p>{hint ?? words.missing.hint}</p>
      <Link href="/">{words.product.back}</Link>
    </div>
  );
}
