import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { CardSkeleton } from './card-skeleton.tsx';
import css from './feed-skeleton.module.css';

const PLACES = Array.from({ length: 12 }, (_, place) => place);

/** The shop window, a shelf and the list in their final shape. */
export function ShelvesSkeleton({ window }: { readonly window: boolean }): ReactNode {
  const words = useWords().feed;
  return (
    <>
      <p role="status" className="aside-voice">
        {words.loading}
      </p>
      {window && (
        <div className={css['window']} aria-hidden>
          <div className={css['picture']} />
          <div className={css['text']}>
            <div className={css['title']} />
            <div className={css['line']} />
            <div className={css['line']} />
            <div className={css['button']} />
          </div>
          <div className={css['sides']}>
            <div className={css['side']} />
            <div className={css['side']} />
          </div>
        </div>
      )}
      <div className={css['steering']} aria-hidden />
      <div className={css['body']} aria-hidden>
        <div className={css['moved']} />
        <div className={css['question']} />
        <div className={css['row']}>
          {PLACES.slice(0, 6).map((place) => (
            <CardSkeleton key={place} />
          ))}
        </div>
        <div className={css['question']} />
        <div className={css['grid']}>
          {PLACES.slice(0, 8).map((place) => (
            <CardSkeleton key={place} />
          ))}
        </div>
      </div>
    </>
  );
}
