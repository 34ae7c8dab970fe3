import { useRef, useState } from 'react';
import type { ReactNode, FormEvent } from 'react';
import { isNewPassphrase, normalPassphrase } from '../../../domain/passphrase.ts';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { SecretField } from '../../parts/secret-field.tsx';
import { useOwnership, useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './backup.module.css';
import { Done } from './done.tsx';
import { WorkProgress } from './work-progress.tsx';

/** All that is stored, in a file under a passphrase. `onBegin`: what went wrong before is of no meaning any more. */
export function MakeBackup({
  problem,
  onBegin,
}: {
  readonly problem: ReactNode;
  readonly onBegin: () => void;
}): ReactNode {
  const words = usePrivacyWords().copies.make;
  const actions = useOwnershipActions();
  const work = useOwnership((state) => state.work);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<File | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  const tooShort = !isNewPassphrase(passphrase);
  const differs = normalPassphrase(passphrase) !== normalPassphrase(again);

  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (tooShort || differs) {
      (tooShort ? first : second).current?.focus();
      return;
    }
    onBegin();
    setMade(null);
    const file = await actions.backUp(passphrase);
    if (!file) return;
    setPassphrase('');
    setAgain('');
    setTried(false);
    setMade(file);
    saveFile(file);
  };

  return (
    <Section title={words.title} lead={words.lead}>
      {problem}
      {work?.kind === 'backup' ? (
        <WorkProgress work={work} />
      ) : (
        <form noValidate className={css['form']} onSubmit={(event) => void make(event)}>
          {made && (
            <Done
              action={
                <Button look="plain" onClick={() => saveFile(made)}>
                  {words.saveAgain}
                </Button>
              }
            >
              {words.done(made.name, made.size)}
            </Done>
          )}
          <SecretField
            ref={first}
            label={words.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            autoComplete="new-password"
            hint={words.hint}
            error={tried && tooShort ? words.tooShort : undefined}
          />
          <SecretField
            ref={second}
            label={words.again}
            value={again}
            onChange={setAgain}
            autoComplete="new-password"
            error={tried && !tooShort && differs ? words.differs : undefined}
          />
          <Button look="main" type="submit" disabled={work !== null} className={css['act']}>
            {words.act}
          </Button>
        </form>
      )}
    </Section>
  );
}
