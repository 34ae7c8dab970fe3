import type { ReactNode } from 'react';
import { useHomebody } from '../../homebody-context.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Owned } from '../owned.tsx';
import { OwnershipProblem } from '../ownership-problem.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { DamagedRecords } from '../quarantine/damaged-records.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import { StoreListing } from './store-listing.tsx';
import css from './stored-room.module.css';
import { StoreTable } from './store-table.tsx';
import { StoresSkeleton } from './stores-skeleton.tsx';

export function StoredBrief(): ReactNode {
  const { stored, quarantine } = usePrivacyWords();
  const storage = useHomebody((state) => state.storage);
  if (storage?.damaged) return quarantine.brief(storage.damaged.total);
  return storage && stored.brief(storage.events, storage.bytes);
}

/** Every store with what it holds, and whether the browser will keep it; or one store. */
export function StoredRoom({ level, part }: RoomProps): ReactNode {
  const words = usePrivacyWords().stored;
  if (part !== undefined) {
    return (
      <>
        <RoomHead level={level} title={words.stores[part]?.name ?? part} lead={words.stores[part]?.what} />
        <Owned skeleton={<StoresSkeleton />}>
          <StoreListing store={part} />
        </Owned>
      </>
    );
  }
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Owned skeleton={<StoresSkeleton />}>
        <OwnershipProblem />
        <DamagedRecords />
        <StoreTable />
      </Owned>
      <Notes />
    </>
  );
}

/** Whether it will be kept, and what else the browser keeps. */
function Notes(): ReactNode {
  const words = usePrivacyWords().stored;
  const known = useHomebody((state) => state.storage !== null);
  const answered = useHomebody((state) => (state.storage?.events ?? 0) > 0);
  const persisted = useHomebody((state) => state.persisted);
  const offlineReady = useHomebody((state) => state.offlineReady);
  return (
    <div className={css['notes']}>
      <Panel title={words.persisted}>
        <p>
          {persisted === null && known && (answered ? words.persistedNotYet : words.persistedUnknown)}
          {persisted === true && words.persistedYes}
          {persisted === false && words.persistedNo}
        </p>
        {offlineReady && <p>{words.offlineReady}</p>}
      </Panel>
      <Panel title={words.beside}>
        <p>{words.besideText}</p>
      </Panel>
    </div>
  );
}
