import type { ReactNode } from 'react';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import css from './requests-room.module.css';

export function RequestsBrief(): ReactNode {
  const words = usePrivacyWords().requests;
  return words.brief(useHomebody((state) => state.requestsSinceLoad));
}

/** What was asked of the network, and how to check it. */
export function RequestsRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().requests;
  const requests = useHomebody((state) => state.requestsSinceLoad);
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Panel title={words.since}>
        <p>{requests === 0 ? words.none : words.some(requests)}</p>
        <p className={css['soft']}>{words.is}</p>
      </Panel>
      <Panel title={words.check}>
        <p>{words.checkHow}</p>
      </Panel>
    </>
  );
}
