import type { ReactNode, SubmitEvent } from 'react';
import { Link } from 'wouter';
import type { Lock } from '../../../client/lock-state.ts';
import { useAttempt } from '../../locked/use-attempt.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './lock-room.module.css';
import { useNewPassphrase } from './use-new-passphrase.ts';

export interface LockPartProps {
  readonly lock: Lock;
  /** Something has changed, which is told in these words. */
  readonly onDone: (said: string) => void;
}

/** The first passphrase. */
export function SetPassphrase({ lock, onDone }: LockPartProps): ReactNode {
  const words = usePrivacyWords().lock;
  const { first, second, take, clear } = useNewPassphrase();
  const { busy, error, run } = useAttempt();

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const passphrase = take();
    if (passphrase === null) return;
    if (!(await run(() => lock.actions.setPassphrase(passphrase)))) return;
    clear();
    onDone(words.done.set);
  };

  return (
    <Section title={words.set.title} lead={words.set.lead}>
      <form noValidate className={css['form']} onSubmit={(event) => void submit(event)}>
        <Notice tone="ember">
          <p>{words.set.warning}</p>
          <Link href="/privacy/copies" className={css['way']}>
            {words.set.backup}
          </Link>
        </Notice>
        <input type="text" name="username" autoComplete="username" value="Homebody" readOnly hidden />
        <SecretField {...first} label={words.passphrase} autoComplete="new-password" hint={words.hint} />
        <SecretField {...second} label={words.again} autoComplete="new-password" />
        {error && <ErrorNotice error={error} />}
        <Button look="main" type="submit" disabled={busy} className={css['act']}>
          {busy ? words.working : words.set.act}
        </Button>
      </form>
    </Section>
  );
}
