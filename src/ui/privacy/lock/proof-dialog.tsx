import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import type { Lock, Proof } from '../../../client/lock-state.ts';
import { useAttempt } from '../../locked/use-attempt.ts';
import { useLockState } from '../../locked/use-lock.ts';
import { useWait } from '../../locked/use-wait.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './lock-room.module.css';
import { ProofFields } from './proof-fields.tsx';

export interface ProofDialogProps {
  readonly lock: Lock;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly act: string;
  /** While it is done. */
  readonly acting: string;
  /** What is to be filled in besides. */
  readonly children?: ReactNode;
  /** What is done with the proof; null: something else is still missing, which has been told. */
  readonly prepare: () => ((proof: Proof) => Promise<void>) | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Something that only the visitor may do: the passphrase, or a passkey, shows that it is them. */
export function ProofDialog(props: ProofDialogProps): ReactNode {
  const { lock, title, lead, act, acting, children, prepare, onDone, onClose } = props;
  const words = usePrivacyWords().lock;
  const facts = useLockState(lock, (state) => state.facts);
  const passkeysHere = useLockState(lock, (state) => state.passkeysHere);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, run, forget } = useAttempt();
  const left = useWait(facts?.nextTryAt ?? 0);

  const attempt = async (proof: Proof): Promise<void> => {
    const work = prepare();
    if (!work) return;
    setMissing(false);
    if (await run(() => work(proof))) {
      onDone();
      return;
    }
    field.current?.focus();
    field.current?.select();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (busy || left > 0) return;
    if (passphrase !== '') {
      void attempt({ passphrase });
      return;
    }
    setMissing(true);
    field.current?.focus();
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate className={css['form']} onSubmit={submit}>
        {lead !== undefined && <p>{lead}</p>}
        <input type="text" name="username" autoComplete="username" value="Homebody" readOnly hidden />
        <ProofFields
          lock={lock}
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            setMissing(false);
            forget();
          }}
          missing={missing}
          error={error}
          ref={field}
        />
        {children}
        <div className={css['acts']}>
          <Button look="main" type="submit" disabled={busy || left > 0}>
            {busy ? acting : act}
          </Button>
          {passkeysHere && (facts?.passkeys.length ?? 0) > 0 && (
            <Button
              icon={<KeyRound size={20} aria-hidden />}
              disabled={busy}
              onClick={() => void attempt('passkey')}
            >
              {words.proof.passkey}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
