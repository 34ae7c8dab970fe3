import { useLayoutEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { BackupFacts } from '../../../domain/ownership.ts';
import { Button } from '../../parts/button.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { useOwnership, useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './backup.module.css';

export interface OpenBackupProps {
  readonly file: File;
  readonly onBegin: () => void;
  readonly onOther: () => void;
  readonly onOpen: (facts: BackupFacts, passphrase: string) => void;
}

/** The passphrase of a chosen backup. */
export function OpenBackup({ file, onBegin, onOther, onOpen }: OpenBackupProps): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const actions = useOwnershipActions();
  const working = useOwnership((state) => state.work !== null);
  const [passphrase, setPassphrase] = useState('');
  const [opening, setOpening] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const open = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') {
      field.current?.focus();
      return;
    }
    onBegin();
    setOpening(true);
    const facts = await actions.inspect(file, passphrase);
    setOpening(false);
    if (facts) onOpen(facts, passphrase);
    else field.current?.select();
  };
  return (
    <form noValidate className={css['form']} onSubmit={(event) => void open(event)}>
      <div className={css['file']}>
        <p>{words.file(file.name, file.size)}</p>
        <Button look="plain" onClick={onOther}>
          {words.other}
        </Button>
      </div>
      <SecretField
        ref={field}
        label={words.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
      />
      <Button look="main" type="submit" disabled={opening || working} className={css['act']}>
        {opening ? words.opening : words.open}
      </Button>
    </form>
  );
}
