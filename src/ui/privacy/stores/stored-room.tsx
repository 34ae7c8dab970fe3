import type { ReactNode } from 'react';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../rooms.tsx';
import css from './stored-room.module.css';
import { StoreTable } from './store-table.tsx';

export function StoredBrief(): ReactNode {
  const words = usePrivacyWords().stored;
  const storage = useHomebody((state) => state.storage);
  return storage && words.brief(storage.events, storage.bytes);
}

/** Every store with what it holds, and whether the browser will keep it. */
export function StoredRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().stored;
  const answered = useHomebody((state) => (state.storage?.events ?? 0) > 0);
  const persisted = useHomebody((state) => state.persisted);
  const offlineReady = useHomebody((state) => state.offlineReady);
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <StoreTable />
      <div className={css['notes']}>
        <Panel title={words.persisted}>
          <p>
            {persisted === null && (answered ? words.persistedNotYet : words.persistedUnknown)}
            {persisted === true && words.persistedYes}
            {persisted === false && words.persistedNo}
          </p>
          {offlineReady && <p>{words.offlineReady}</p>}
        </Panel>
        <Panel title={words.beside}>
          <p>{words.besideText}</p>
        </Panel>
      </div>
    </>
  );
}
