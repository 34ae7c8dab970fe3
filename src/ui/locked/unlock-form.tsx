import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import type { Lock, Proof } from '../../client/lock-state.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import type { LockedWords } from '../words/en/locked.ts';
import css from './locked-view.module.css';
import { useAttempt } from './use-attempt.ts';
import { useLockState } from './use-lock.ts';
import { useWait } from './use-wait.ts';
import { WaitLine } from './wait-line.tsx';

/** One field and, where there is one, a passkey. */
export function UnlockForm({ lock, words }: { readonly lock: Lock; readonly words: LockedWords }): ReactNode {
  const facts = useLockState(lock, (state) => state.facts);
  const passkeysHere = useLockState(lock, (state) => state.passkeysHere);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, run, forget } = useAttempt();
  const left = useWait(facts?.nextTryAt ?? 0);
  const withPasskey = passkeysHere && (facts?.passkeys.length ?? 0) > 0;
  const [by, setBy] = useState<'passphrase' | 'passkey'>('passphrase');

  const unlock = async (proof: Proof): Promise<void> => {
    setMissing(false);
    setBy(proof === 'passkey' ? 'passkey' : 'passphrase');
    if (await run(() => lock.actions.unlock(proof))) return;
    field.current?.focus();
    field.current?.select();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy || left > 0) return;
    if (passphrase !== '') {
      void unlock({ passphrase });
      return;
    }
    setMissing(true);
    field.current?.focus();
  };

  const wrong = error?.code === 'vault/wrong-passphrase';
  const wrongField = wrong && by === 'passphrase' ? words.wrong : undefined;
  return (
    <form noValidate className={css['form']} onSubmit={submit}>
      {/* Password managers file a passphrase under a name. */}
      <input type="text" name="username" autoComplete="username" value="Homebody" readOnly hidden />
      <SecretField
        ref={field}
        label={words.passphrase}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          setMissing(false);
          forget();
        }}
        autoComplete="current-password"
        error={missing ? words.missing : wrongField}
      />
      {/* What is wrong with the field is told by the field only where it has the focus; here it is told at once. */}
      <p role="alert" className="aside-voice">
        {missing ? words.missing : wrongField}
      </p>
      <WaitLine left={left} words={words} />
      {wrong && by === 'passkey' && (
        <p role="alert" className={css['wrong']}>
          {words.wrongPasskey}
        </p>
      )}
      {error && !wrong && error.code !== 'vault/too-soon' && <ErrorNotice error={error} onDismiss={forget} />}
      <div className={css['acts']}>
        <Button look="main" type="submit" disabled={busy || left > 0}>
          {busy && by === 'passphrase' ? words.unlocking : words.unlock}
        </Button>
        {withPasskey && (
          <Button
            icon={<KeyRound size={20} aria-hidden />}
            disabled={busy}
            onClick={() => void unlock('passkey')}
          >
            {words.passkey}
          </Button>
        )}
      </div>
    </form>
  );
}
