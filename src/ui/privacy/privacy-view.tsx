import { use } from 'react';
import type { ReactNode } from 'react';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import { Link } from 'wouter';
import { useWide } from '../parts/use-wide.ts';
import { privacyWordsIn } from '../words/privacy-words.ts';
import { useWords } from '../words/words-context.tsx';
import { OwnershipProvider } from './ownership-context.tsx';
import { PrivacySentence } from './privacy-sentence.tsx';
import css from './privacy-view.module.css';
import { PrivacyWordsContext } from './privacy-words-context.tsx';
import type { RoomProps } from './room-props.ts';
import { RoomList } from './room-list.tsx';
import { ROOM_NAMES, ROOMS } from './rooms.tsx';
import type { RoomName } from './rooms.tsx';

export interface PrivacyViewProps {
  /** The room, by the address. */
  readonly room?: string | undefined;
  /** What is looked at in the room. */
  readonly part?: string | undefined;
}

/**
 * Where the visitor owns what is stored: a list of rooms and, beside it, the room. On narrow pages the list is a
 * page of its own, and so is each room.
 */
export function PrivacyView({ room, part }: PrivacyViewProps): ReactNode {
  const { language, privacy } = useWords();
  const words = use(privacyWordsIn(language));
  const wide = useWide();
  const asked = ROOM_NAMES.find((name) => name === room) ?? null;
  const shown = asked ?? (wide ? ROOM_NAMES[0]! : null);
  const listed = wide || asked === null;

  return (
    <PrivacyWordsContext value={words}>
      <OwnershipProvider>
        <div className={css['view']}>
          {listed && (
            <div className={css['side']}>
              <header className={css['head']}>
                {asked === null ? (
                  <h1 tabIndex={-1}>{privacy.title}</h1>
                ) : (
                  <Link href="/privacy" className={css['title']}>
                    {privacy.title}
                  </Link>
                )}
                <PrivacySentence link={false} />
              </header>
              <RoomList here={shown} />
            </div>
          )}
          {/* Another room is another place, with a heading of its own. */}
          {shown && (
            <div key={`${shown}/${part ?? ''}`} className={css['room']}>
              {part !== undefined && <Back to={`/privacy/${shown}`} name={words[shown].title} />}
              {part === undefined && !wide && <Back to="/privacy" name={privacy.title} />}
              <OpenRoom name={shown} level={asked === null ? 2 : 1} part={part} />
            </div>
          )}
        </div>
      </OwnershipProvider>
    </PrivacyWordsContext>
  );
}

function OpenRoom({ name, ...props }: RoomProps & { readonly name: RoomName }): ReactNode {
  const { Room } = ROOMS[name];
  return <Room {...props} />;
}

function Back({ to, name }: { readonly to: string; readonly name: string }): ReactNode {
  return (
    <Link href={to} className={css['back']}>
      <ChevronLeft size={20} aria-hidden />
      {name}
    </Link>
  );
}
