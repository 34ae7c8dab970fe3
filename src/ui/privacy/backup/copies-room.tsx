import { useState } from 'react';
import type { ReactNode } from 'react';
import { PlainCopies } from '../export/plain-copies.tsx';
import { Owned } from '../owned.tsx';
import { useOwnershipActions, usePendingRestores } from '../ownership-context.tsx';
import { OwnershipProblem } from '../ownership-problem.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import { SectionsSkeleton } from '../sections-skeleton.tsx';
import { MakeBackup } from './make-backup.tsx';
import { RestoreBackup } from './restore-backup.tsx';

export function CopiesBrief(): ReactNode {
  const words = usePrivacyWords().copies;
  return words.brief(usePendingRestores());
}

/** Copies of what is stored: a backup, its way back, and plain files. */
export function CopiesRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().copies;
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Owned skeleton={<SectionsSkeleton />}>
        <Copies />
      </Owned>
    </>
  );
}

type Begun = 'make' | 'restore' | 'plain';

function Copies(): ReactNode {
  // What went wrong is told beside what was begun last.
  const [begun, setBegun] = useState<Begun>('make');
  const actions = useOwnershipActions();
  const begin = (what: Begun): void => {
    actions.dismissProblem();
    setBegun(what);
  };
  const told = (what: Begun): ReactNode => (begun === what ? <OwnershipProblem /> : null);
  return (
    <>
      <MakeBackup problem={told('make')} onBegin={() => begin('make')} />
      <RestoreBackup problem={told('restore')} onBegin={() => begin('restore')} />
      <PlainCopies problem={told('plain')} onBegin={() => begin('plain')} />
    </>
  );
}
