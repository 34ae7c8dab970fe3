import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { Choices } from './choices.tsx';
import css from './settings-dialog.module.css';

/** How the page looks and speaks, and its keys. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().shell;
  const room = useRoom();
  return (
    <Dialog title={words.settings} onClose={onClose}>
      <div className={css['settings']}>
        <Choices />
        <Button className={css['keys']} onClick={room.openHelp}>
          {words.help}
        </Button>
      </div>
    </Dialog>
  );
}
