import type { ReactNode } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import { usePrivacyWords } from './privacy-words-context.tsx';
import css from './room-list.module.css';
import { ROOM_NAMES, ROOMS } from './rooms.tsx';
import type { RoomName } from './rooms.tsx';

/** The rooms of the privacy view, each with how it stands there. `here`: the one that is open. */
export function RoomList({ here }: { readonly here: RoomName | null }): ReactNode {
  const words = usePrivacyWords();
  return (
    <nav aria-label={words.places}>
      <ul className={css['list']}>
        {ROOM_NAMES.map((name) => {
          const { icon, Brief } = ROOMS[name];
          return (
            <li key={name}>
              <Link
                href={`/privacy/${name}`}
                className={css['row']}
                aria-current={name === here ? 'page' : undefined}
              >
                <span className={css['icon']}>{icon}</span>
                <span className={css['name']}>{words[name].title}</span>
                <span className={css['brief']}>
                  <Brief />
                </span>
                <ChevronRight size={20} className={css['way']} aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
