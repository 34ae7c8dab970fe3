import type { MouseEvent, ReactNode } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { Link } from 'wouter';
import { useCameFrom } from '../shell/came-from.ts';
import { useWords } from '../words/words-context.tsx';
import css from './back-link.module.css';

/** Back to where the person came from, as they left it; to the shelves when they came from outside. */
export function BackLink(): ReactNode {
  const words = useWords().product;
  const from = useCameFrom();
  const goBack = (event: MouseEvent): void => {
    if (from === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.back();
  };
  return (
    <Link href={from ?? '/'} className={css['back']} onClick={goBack}>
      <ArrowLeft size={20} aria-hidden />
      {from === null || from === '/' ? words.back : words.backWhere}
    </Link>
  );
}
