import type { ReactNode } from 'react';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import type { LockedWords } from '../words/en/locked.ts';
import css from './proof-fields.module.css';
import type { ProofForm } from './use-proof.ts';
import { WaitLine } from './wait-line.tsx';

export interface ProofFieldsProps {
  readonly form: ProofForm;
  readonly label: string;
  readonly words: Pick<LockedWords, 'missing' | 'wrong' | 'wrongPasskey' | 'wait' | 'waitOver'>;
}

/** Asks for the passphrase, and tells what was wrong with it, or with the passkey. */
export function ProofFields({ form, label, words }: ProofFieldsProps): ReactNode {
  const { passphrase, type, field, error, missing, by, left, forgetError } = form;
  const wrong = error?.code === 'vault/wrong-passphrase';
  const said = missing ? words.missing : wrong && by === 'passphrase' ? words.wrong : undefined;
  return (
    <>
      {/* Password managers file a passphrase under a name. */}
      <input type="text" name="username" autoComplete="username" value="Homebody" readOnly hidden />
      <SecretField
        ref={field}
        label={label}
        value={passphrase}
        onChange={type}
        autoComplete="current-password"
        error={said}
      />
      {/* What is wrong with the field is told by the field only where it has the focus; here it is told at once. */}
      <p role="alert" className="aside-voice">
        {said}
      </p>
      <WaitLine left={left} words={words} />
      {wrong && by === 'passkey' && (
        <p role="alert" className={css['wrong']}>
          {words.wrongPasskey}
        </p>
      )}
      {error && !wrong && error.code !== 'vault/too-soon' && (
        <ErrorNotice error={error} onDismiss={forgetError} />
      )}
    </>
  );
}
