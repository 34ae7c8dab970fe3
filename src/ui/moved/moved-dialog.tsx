import type { ReactNode } from 'react';
import type { StoredEvent } from '../../domain/events.ts';
import { useGroups } from '../history/use-groups.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words-context.tsx';
import { WhatMoved } from './what-moved.tsx';

export interface MovedDialogProps {
  readonly event: StoredEvent;
  readonly onClose: () => void;
}

/** What an answer moved: the shelves right before it and right after it. */
export function MovedDialog({ event, onClose }: MovedDialogProps): ReactNode {
  const words = useWords().moved;
  // What was done together is looked at together.
  const group = useGroups().find(({ entries }) => entries.some((one) => one.event.id === event.id));
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      {group ? <WhatMoved group={group} /> : <p>{words.over}</p>}
    </Dialog>
  );
}
