import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BackupFacts, RestorePlan } from '../../../domain/ownership.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useOwnership, useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './backup.module.css';
import { ChooseFile } from './choose-file.tsx';
import { ChoosePlan } from './choose-plan.tsx';
import { Done } from './done.tsx';
import { OpenBackup } from './open-backup.tsx';
import { WorkProgress } from './work-progress.tsx';

/** A backup that was opened. */
interface Opened {
  readonly facts: BackupFacts;
  readonly passphrase: string;
}

/** A file, its passphrase, what is in it, how to bring it back: one after another. */
export function RestoreBackup({
  problem,
  onBegin,
}: {
  readonly problem: ReactNode;
  readonly onBegin: () => void;
}): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const actions = useOwnershipActions();
  const work = useOwnership((state) => state.work);
  const restored = useOwnership((state) => state.restored);
  const [file, setFile] = useState<File | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [left, setLeft] = useState(false);

  const choose = (chosen: File | null): void => {
    onBegin();
    actions.dismissRestored();
    setOpened(null);
    setFile(chosen);
    setLeft(chosen === null);
  };
  const restore = async (plan: RestorePlan): Promise<void> => {
    if (!file || !opened) return;
    onBegin();
    if (!(await actions.restore(file, opened.passphrase, plan))) return;
    setOpened(null);
    setFile(null);
    setLeft(false);
  };

  return (
    <Section title={words.title} lead={words.lead}>
      {restored && work?.kind !== 'restore' && (
        <Done
          onDismiss={() => actions.dismissRestored()}
          action={
            <Link href="/" className={css['way']}>
              {words.toShelves}
            </Link>
          }
        >
          {words.done(restored)}
        </Done>
      )}
      {problem}
      {work?.kind === 'restore' && <WorkProgress work={work} />}
      {work?.kind !== 'restore' && (
        <>
          <CutShort />
          {!file && <ChooseFile back={left} onChoose={choose} />}
          {file && !opened && (
            <OpenBackup
              file={file}
              onBegin={onBegin}
              onOther={() => choose(null)}
              onOpen={(facts, passphrase) => setOpened({ facts, passphrase })}
            />
          )}
          {opened && !restored && (
            <ChoosePlan
              facts={opened.facts}
              onRestore={(plan) => void restore(plan)}
              onNot={() => choose(null)}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** Restorings that were cut short, and the way to be rid of what they read. */
function CutShort(): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const actions = useOwnershipActions();
  const pending = useOwnership((state) => state.pending);
  return pending.map((one) => (
    <Notice key={one.id} tone="ember">
      <p>{words.pending(one)}</p>
      <Button look="plain" className={css['discard']} onClick={() => void actions.discard(one.id)}>
        {words.discard}
      </Button>
    </Notice>
  ));
}
