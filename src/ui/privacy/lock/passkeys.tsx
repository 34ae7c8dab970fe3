import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PasskeyFacts } from '../../../domain/lock.ts';
import { useAttempt } from '../../locked/use-attempt.ts';
import { useLockState } from '../../locked/use-lock.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './lock-room.module.css';
import { ProofDialog } from './proof-dialog.tsx';
import type { LockPartProps } from './set-passphrase.tsx';

/** Other ways in beside the passphrase. */
export function Passkeys({ lock, onDone }: LockPartProps): ReactNode {
  const words = usePrivacyWords().lock;
  const facts = useLockState(lock, (state) => state.facts);
  const passkeysHere = useLockState(lock, (state) => state.passkeysHere);
  const [adding, setAdding] = useState(false);
  const { busy, error, run } = useAttempt();
  const passkeys = facts?.passkeys ?? [];

  const remove = async (passkey: PasskeyFacts): Promise<void> => {
    if (await run(() => lock.actions.removePasskey(passkey))) onDone(words.done.revoked);
  };

  return (
    <Section title={words.passkeys.title} lead={words.passkeys.lead}>
      {passkeys.length === 0 && passkeysHere && <p>{words.passkeys.none}</p>}
      {passkeys.length > 0 && (
        <ul className={css['passkeys']}>
          {passkeys.map((passkey) => (
            <li key={passkey.credential.join(' ')}>
              <span>{words.passkeys.name(passkey.addedAt)}</span>
              <Button
                look="plain"
                aria-label={words.passkeys.removeOf(passkey.addedAt)}
                disabled={busy}
                onClick={() => void remove(passkey)}
              >
                {words.passkeys.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorNotice error={error} />}
      {passkeysHere ? (
        <Button aria-haspopup="dialog" className={css['act']} onClick={() => setAdding(true)}>
          {words.passkeys.add}
        </Button>
      ) : (
        <p>{words.passkeys.notHere}</p>
      )}
      {adding && (
        <ProofDialog
          lock={lock}
          title={words.passkeys.add}
          lead={words.passkeys.addLead}
          act={words.passkeys.add}
          acting={words.passkeys.asking}
          prepare={() => (proof) => lock.actions.addPasskey(proof)}
          onDone={() => {
            setAdding(false);
            onDone(words.done.added);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
