import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './bottom-bar.module.css';
import { PLACES } from './places.ts';

/** The rooms within reach of a thumb, on narrow pages. */
export function BottomBar(): ReactNode {
  const words = useWords().shell;
  const [location] = useLocation();
  const training = useHomebody((state) => state.training?.fraction);
  return (
    <nav aria-label={words.places} className={css['bar']}>
      {training !== undefined && (
        <div className={css['training']} style={{ transform: `scaleX(${training})` }} aria-hidden />
      )}
      {PLACES.map(({ href, name, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          className={css['place']}
          aria-current={location === href ? 'page' : undefined}
        >
          <Icon size={24} aria-hidden />
          {name(words)}
        </Link>
      ))}
    </nav>
  );
}
