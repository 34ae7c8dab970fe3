import type { ReactNode } from 'react';
import Settings2 from 'lucide-react/icons/settings-2';
import { IconButton } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { HeaderBaskets } from './header-baskets.tsx';
import css from './header.module.css';

/** What is at the header's end and not needed for the first drawing: wishes, cart, settings. */
export function HeaderButtons(): ReactNode {
  const words = useWords().shell;
  const room = useRoom();
  return (
    <>
      <HeaderBaskets />
      <IconButton
        label={words.settings}
        className={css['settings']}
        icon={<Settings2 aria-hidden />}
        aria-haspopup="dialog"
        onClick={room.openSettings}
      />
    </>
  );
}
