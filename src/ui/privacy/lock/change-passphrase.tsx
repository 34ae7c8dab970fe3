import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './lock-room.module.css';
import { ProofDialog } from './proof-dialog.tsx';
import type { LockPartProps } from './set-passphrase.tsx';
import { useNewPassphrase } from './use-new-passphrase.ts';

/** Another passphrase, or none. */
export function ChangePassphrase({ lock, onDone }: LockPartProps): ReactNode {
  const words = usePrivacyWords().lock;
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const done = (said: string) => (): void => {
    close();
    onDone(said);
  };
  return (
    <Section title={words.change.title} lead={words.change.lead}>
      <div className={css['acts']}>
        <Button aria-haspopup="dialog" onClick={() => setOpen('change')}>
          {words.change.open}
        </Button>
        <Button aria-haspopup="dialog" onClick={() => setOpen('remove')}>
          {words.remove.open}
        </Button>
      </div>
      {open === 'change' && <ChangeDialog lock={lock} onDone={done(words.done.changed)} onClose={close} />}
      {open === 'remove' && (
        <ProofDialog
          lock={lock}
          title={words.remove.title}
          lead={words.remove.lead}
          act={words.remove.act}
          acting={words.working}
          prepare={() => (proof) => lock.actions.removePassphrase(proof)}
          onDone={done(words.done.removed)}
          onClose={close}
        />
      )}
    </Section>
  );
}

function ChangeDialog({
  lock,
  onDone,
  onClose,
}: Pick<LockPartProps, 'lock'> & { readonly onDone: () => void; readonly onClose: () => void }): ReactNode {
  const words = usePrivacyWords().lock;
  const { first, second, take } = useNewPassphrase();
  return (
    <ProofDialog
      lock={lock}
      title={words.change.open}
      act={words.change.act}
      acting={words.working}
      prepare={(proof) => {
        const next = take(proof === 'passkey' ? undefined : proof.passphrase);
        return next === null ? null : () => lock.actions.changePassphrase(proof, next);
      }}
      onDone={onDone}
      onClose={onClose}
    >
      <SecretField {...first} label={words.change.next} autoComplete="new-password" hint={words.hint} />
      <SecretField {...second} label={words.change.nextAgain} autoComplete="new-password" />
    </ProofDialog>
  );
}
