import { use, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { readPreference, writePreference } from '../shell/preference.ts';
import { useWords } from '../words/words-context.tsx';
import { SwipedContext } from './swiped-context.ts';
import css from './swipe-hint.module.css';

/** It has been read after so long on screen, in ms. */
const READ_MS = 8_000;

/** Says once what a swipe does, where there are fingers. It fades in its place, so that nothing moves for it. */
export function SwipeHint(): ReactNode {
  const words = useWords().shelf;
  const swiped = use(SwipedContext);
  const [wanted] = useState(
    () => matchMedia('(pointer: coarse)').matches && readPreference('swipe', ['known'], 'new') === 'new',
  );
  const [read, setRead] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let timer = 0;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (!entries.at(-1)?.isIntersecting) return;
      timer = window.setTimeout(() => {
        setRead(true);
        writePreference('swipe', 'known');
      }, READ_MS);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);

  if (!wanted) return null;
  return (
    <p ref={place} className={css['hint']} data-gone={read || swiped}>
      {words.swipeHint}
    </p>
  );
}
