import { memo } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { Button } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { causeSentence } from './moved-cause.ts';
import css from './moved-line.module.css';
import type { Moved } from './use-moved.ts';

/** One line that says why the shelves are other than a moment ago. It has its place before there is anything to say. */
export const MovedLine: MemoExoticComponent<(props: { readonly moved: Moved | null }) => ReactNode> = memo(
  function MovedLine({ moved }: { readonly moved: Moved | null }): ReactNode {
    const words = useWords();
    const { openMoved } = useRoom();
    if (!moved) return <p className={css['invitation']}>{words.shelf.invitation}</p>;
    const { cause } = moved;
    const sentence = causeSentence(cause, words);
    return (
      <div className={css['line']}>
        <p key={sentence} className={css['said']}>
          <ArrowUp size={20} aria-hidden />
          <span>{words.shelf.moved(sentence, moved.risen)}</span>
        </p>
        {cause.kind === 'event' && (
          <Button look="plain" onClick={() => openMoved(cause.event)}>
            {words.shelf.whatMoved}
          </Button>
        )}
      </div>
    );
  },
);
