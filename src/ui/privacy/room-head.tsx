import type { ReactNode } from 'react';
import css from './room-head.module.css';

export interface RoomHeadProps {
  readonly level: 1 | 2;
  readonly title: string;
  readonly lead?: string | undefined;
}

/** What a room of the privacy view begins with. */
export function RoomHead({ level, title, lead }: RoomHeadProps): ReactNode {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className={css['head']}>
      <Heading tabIndex={level === 1 ? -1 : undefined} className={css['title']}>
        {title}
      </Heading>
      {lead !== undefined && <p className={css['lead']}>{lead}</p>}
    </header>
  );
}
