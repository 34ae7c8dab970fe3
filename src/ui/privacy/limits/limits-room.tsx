import type { ReactNode } from 'react';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../rooms.tsx';
import css from './limits-room.module.css';

export function LimitsBrief(): ReactNode {
  return usePrivacyWords().limits.brief;
}

/** What the shop protects against, and what it does not. */
export function LimitsRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().limits;
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <div className={css['text']}>
        {words.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}
