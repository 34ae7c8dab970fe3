import type { ReactNode } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import type { Lock, Proof } from '../../../client/lock-state.ts';
import { ProofFields } from '../../locked/proof-fields.tsx';
import { useProof } from '../../locked/use-proof.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './lock-room.module.css';

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
  readonly prepare: (proof: Proof) => ((proof: Proof) => Promise<void>) | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Something that only the visitor may do: the passphrase, or a passkey, shows that it is them. */
export function ProofDialog(props: ProofDialogProps): ReactNode {
  const { lock, title, lead, act, acting, children, prepare, onDone, onClose } = props;
  const words = usePrivacyWords().lock.proof;
  const form = useProof(lock, prepare, onDone);
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate className={css['form']} onSubmit={form.submit}>
        {lead !== undefined && <p>{lead}</p>}
        <ProofFields form={form} label={words.current} words={words} />
        {children}
        <div className={css['acts']}>
          <Button look="main" type="submit" disabled={form.busy || form.left > 0}>
            {form.busy ? acting : act}
          </Button>
          {form.hasPasskey && (
            <Button icon={<KeyRound size={20} aria-hidden />} disabled={form.busy} onClick={form.tryPasskey}>
              {words.passkey}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
