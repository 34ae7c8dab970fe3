import type { ReactNode } from 'react';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import { cameByNetwork } from './came-by-network.ts';
import { Ledger } from './ledger.tsx';
import { OrdinaryShop } from './ordinary-shop.tsx';
import css from './requests-room.module.css';

export function RequestsBrief(): ReactNode {
  const words = usePrivacyWords().requests;
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const refused = useHomebody((state) => state.refusedTries);
  return refused > 0 ? words.briefRefused(refused) : words.brief(requests);
}

/** What was asked of the network, what an ordinary shop would have told it, and how to check that. */
export function RequestsRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().requests;
  const requests = useHomebody((state) => state.requestsSinceLoad);
  const refused = useHomebody((state) => state.refusedTries);
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Panel title={words.since}>
        <p>{requests > 0 ? words.some(requests) : cameByNetwork() ? words.arrival : words.none}</p>
        {refused > 0 && <p className={css['refused']}>{words.refusedSince(refused)}</p>}
        <p className={css['soft']}>{words.is}</p>
      </Panel>
      <Ledger />
      <OrdinaryShop />
      <Panel title={words.check}>
        <p>{words.checkHow}</p>
      </Panel>
    </>
  );
}
