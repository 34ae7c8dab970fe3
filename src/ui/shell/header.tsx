import type { ReactNode } from 'react';
import Lamp from 'lucide-react/icons/lamp';
import Settings2 from 'lucide-react/icons/settings-2';
import { Link, useLocation } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { IconButton } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { HeaderBaskets } from './header-baskets.tsx';
import css from './header.module.css';
import { Mark } from './mark.tsx';
import { PLACES } from './places.ts';

export function Header(): ReactNode {
  const words = useWords();
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const room = useRoom();
  const [location] = useLocation();
  return (
    <header className={css['header']}>
      <Link href="/" className={css['name']}>
        <Mark />
        <span>{words.shell.name}</span>
      </Link>
      <nav aria-label={words.shell.places} className={css['places']}>
        {PLACES.map((place) => (
          <Link
            key={place.href}
            href={place.href}
            aria-current={location === place.href ? 'page' : undefined}
          >
            {words.shell[place.name]}
          </Link>
        ))}
      </nav>
      <div className={css['own']}>
        <Link
          href="/privacy"
          className={css['lamp']}
          aria-label={words.shell.requests(requests)}
          title={words.shell.requestsMeaning}
        >
          <Lamp size={20} aria-hidden />
          <span className={css['long']}>{words.shell.requests(requests)}</span>
          <span className={css['short']}>{words.shell.requestsShort(requests)}</span>
          <span className={css['shortest']}>{words.formats.number(requests)}</span>
        </Link>
        <HeaderBaskets />
        <IconButton
          label={words.shell.settings}
          className={css['settings']}
          icon={<Settings2 aria-hidden />}
          aria-haspopup="dialog"
          onClick={room.openSettings}
        />
      </div>
    </header>
  );
}
