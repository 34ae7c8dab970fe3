import { Suspense } from 'react';
import type { ReactNode } from 'react';
import Lamp from 'lucide-react/icons/lamp';
import { Link, useLocation } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './header.module.css';
import { later } from './later.ts';
import { Mark } from './mark.tsx';
import { placeOf, PLACES } from './places.ts';

const HeaderButtons = later(() => import('./header-buttons.tsx'), 'HeaderButtons');

export function Header(): ReactNode {
  const words = useWords();
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const here = placeOf(useLocation()[0]);
  return (
    <header className={css['header']}>
      <Link href="/" className={css['name']}>
        <Mark />
        <span>{words.shell.name}</span>
      </Link>
      <nav aria-label={words.shell.places} className={css['places']}>
        {PLACES.map((place) => (
          <Link key={place.href} href={place.href} aria-current={place === here ? 'page' : undefined}>
            {words.shell[place.name]}
          </Link>
        ))}
      </nav>
      <div className={css['own']}>
        <Link
          href="/privacy/requests"
          className={css['lamp']}
          aria-label={words.shell.requests(requests)}
          title={words.shell.requestsMeaning}
        >
          <Lamp size={20} aria-hidden />
          <span className={css['long']}>{words.shell.requests(requests)}</span>
          <span className={css['short']}>{words.shell.requestsShort(requests)}</span>
          <span className={css['shortest']}>{words.formats.number(requests)}</span>
        </Link>
        <Suspense fallback={<div className={css['waiting']} />}>
          <HeaderButtons />
        </Suspense>
      </div>
    </header>
  );
}
