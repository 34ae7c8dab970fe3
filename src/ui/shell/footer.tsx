import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { Choices } from './choices.tsx';
import css from './footer.module.css';

/** How the page looks and speaks, and its keys. */
export function Footer(): ReactNode {
  const words = useWords();
  const room = useRoom();
  return (
    <footer className={css['footer']}>
      <Choices />
      <Button look="plain" className={css['keys']} onClick={room.openHelp}>
        {words.shell.help}
      </Button>
    </footer>
  );
}
