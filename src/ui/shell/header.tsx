import type { ReactNode } from 'react';
import Lamp from 'lucide-react/icons/lamp';
import { Link, useLocation } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { HeaderBaskets } from './header-baskets.tsx';
import css from './header.module.css';
import { Mark } from './mark.tsx';
import { PLACES } from './places.ts';

export function Header(): ReactNode {
  const words = useWords().shell;
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const [location] = useLocation();
  return (
    <header className={css['header']}>
      <Link href="/" className={css['name']}>
        <Mark />
        <span>{words.name}</span>
      </Link>
      <nav aria-label={words.places} className={css['places']}>
        {PLACES.map((place) => (
          <Link
            key={place.href}
            href={place.href}
            aria-current={location === place.href ? 'page' : undefined}
          >
            {words[place.name]}
          </Link>
        ))}
      </nav>
      <div className={css['own']}>
        <Link href="/privacy" className={css['lamp']}>
          <Lamp size={20} aria-hidden />
          <span className={css['long']}>{words.requests(requests)}</span>
          <span className={css['short']}>{words.requestsShort(requests)}</span>
        </Link>
        <HeaderBaskets />
      </div>
    </header>
  );
}
