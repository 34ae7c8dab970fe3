import { use, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Choices } from '../shell/choices.tsx';
import { Mark } from '../shell/mark.tsx';
import { lockedWordsIn } from '../words/locked-words.ts';
import { useWords } from '../words/words-context.tsx';
import { Forgotten } from './forgotten.tsx';
import css from './locked-view.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useLock } from './use-lock.ts';

/** Whoever cannot see that the door is open finds themselves behind it. */
function focusWhatFollows(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector('main')?.focus({ preventScroll: true });
}

/** All that is to be seen while the vault is locked. */
export function LockedView(): ReactNode {
  const { language, shell } = useWords();
  const words = use(lockedWordsIn(language));
  const { lock, error } = useLock();
  const page = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = useHomebody((state) => state.phase);

  useEffect(() => {
    document.title = shell.title(words.title);
  }, [shell, words]);
  useEffect(() => {
    // Known from the vault itself: once it is unlocked, the shop may show how it begins.
    if (phase === 'locked') delete document.documentElement.dataset['door'];
  }, [phase]);
  useEffect(() => {
    if (!page.current?.contains(document.activeElement)) heading.current?.focus();
    return () => void setTimeout(focusWhatFollows);
  }, []);

  return (
    <main ref={page} className={css['view']}>
      <p className={css['name']}>
        <Mark />
        <span>{shell.name}</span>
      </p>
      <div className={css['door']}>
        <header className={css['head']}>
          <h1 ref={heading} tabIndex={-1}>
            {words.heading}
          </h1>
          <p className={css['lead']}>{words.lead}</p>
        </header>
        {lock && <UnlockForm lock={lock} words={words} />}
        {error && <ErrorNotice error={error} reload={location.href} />}
        {!lock && !error && <p role="status">{words.opening}</p>}
        <Forgotten words={words} />
      </div>
      <footer className={css['choices']}>
        <Choices />
      </footer>
    </main>
  );
}
