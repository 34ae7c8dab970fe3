import type { ReactNode } from 'react';
import Database from 'lucide-react/icons/database';
import FlaskConical from 'lucide-react/icons/flask-conical';
import History from 'lucide-react/icons/history';
import House from 'lucide-react/icons/house';
import Leaf from 'lucide-react/icons/leaf';
import Sprout from 'lucide-react/icons/sprout';
import { Link, useLocation } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './bottom-bar.module.css';
import { placeOf, PLACES } from './places.ts';
import type { Place } from './places.ts';

const ICONS: Readonly<Record<Place['name'], ReactNode>> = {
  forYou: <House aria-hidden />,
  history: <History aria-hidden />,
  training: <Sprout aria-hidden />,
  lab: <FlaskConical aria-hidden />,
  data: <Database aria-hidden />,
  privacy: <Leaf aria-hidden />,
};

/** The rooms within reach of a thumb, on narrow pages. */
export function BottomBar(): ReactNode {
  const words = useWords().shell;
  const here = placeOf(useLocation()[0]);
  const training = useHomebody((state) => state.training?.fraction);
  return (
    <nav aria-label={words.places} className={css['bar']}>
      {training !== undefined && (
        <div className={css['training']} style={{ transform: `scaleX(${training})` }} aria-hidden />
      )}
      {PLACES.map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          className={css['place']}
          aria-current={href === here?.href ? 'page' : undefined}
        >
          {ICONS[name]}
          {words[name]}
        </Link>
      ))}
    </nav>
  );
}
