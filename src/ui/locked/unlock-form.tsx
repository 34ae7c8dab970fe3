import { useEffect } from 'react';
import type { ReactNode } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import type { Lock } from '../../client/lock-state.ts';
import { Button } from '../parts/button.tsx';
import type { LockedWords } from '../words/en/locked.ts';
import css from './locked-view.module.css';
import { ProofFields } from './proof-fields.tsx';
import { useProof } from './use-proof.ts';

/** One field and, where there is one, a passkey. */
export function UnlockForm({ lock, words }: { readonly lock: Lock; readonly words: LockedWords }): ReactNode {
  const form = useProof(lock, () => (proof) => lock.actions.unlock(proof));
  const { busy, by, left, field } = form;
  // What is typed at once belongs here.
  useEffect(() => field.current?.focus(), [field]);
  return (
    <form noValidate className={css['form']} onSubmit={form.submit}>
      <ProofFields form={form} label={words.passphrase} words={words} />
      <div className={css['acts']}>
        <Button look="main" type="submit" disabled={busy || left > 0}>
          {busy && by === 'passphrase' ? words.unlocking : words.unlock}
        </Button>
        {form.hasPasskey && (
          <Button icon={<KeyRound size={20} aria-hidden />} disabled={busy} onClick={form.tryPasskey}>
            {words.passkey}
          </Button>
        )}
      </div>
    </form>
  );
}
