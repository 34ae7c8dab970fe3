import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import Heart from 'lucide-react/icons/heart';
import X from 'lucide-react/icons/x';
import { useWords } from '../words/words-context.tsx';
import css from './swipe-sign.module.css';
import type { Swiper } from './use-swipe.ts';

/** What a lifted finger would mean, over the thing that it drags: a sign and a word, filled once it is certain. */
export function SwipeSign({ swipe }: { readonly swipe: NonNullable<Swiper['swipe']> }): ReactNode {
  const words = useWords().feed;
  const sign = useRef<HTMLDivElement>(null);
  const { thing, side, sure } = swipe;

  useLayoutEffect(() => {
    // Where the thing lies, not where it was dragged to: the sign stays while the thing goes.
    const place = (thing.parentElement ?? thing).getBoundingClientRect();
    sign.current?.style.setProperty('--left', `${place.left + place.width / 2}px`);
    sign.current?.style.setProperty('--top', `${place.top + Math.min(place.width, place.height) / 2}px`);
  }, [thing]);

  return (
    <div
      ref={sign}
      className={[css['sign'], css[side], sure && css['sure']].filter(Boolean).join(' ')}
      aria-hidden
    >
      {side === 'like' ? <Heart size={24} /> : <X size={24} />}
      {side === 'like' ? words.like : words.dismiss}
    </div>
  );
}
