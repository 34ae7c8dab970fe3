import type { ReactNode, RefObject } from 'react';
import type { HomebodyError } from '../../../domain/errors.ts';
import type { Lock } from '../../../client/lock-state.ts';
import { useLockState } from '../../locked/use-lock.ts';
import { useWait } from '../../locked/use-wait.ts';
import { WaitLine } from '../../locked/wait-line.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';

export interface ProofFieldsProps {
  readonly lock: Lock;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Nothing was typed, and it was asked for. */
  readonly missing: boolean;
  /** Why the last try failed. */
  readonly error: HomebodyError | null;
  readonly ref: RefObject<HTMLInputElement | null>;
}

/** Asks for the passphrase of now, and tells what was wrong with it. */
export function ProofFields({ lock, value, onChange, missing, error, ref }: ProofFieldsProps): ReactNode {
  const words = usePrivacyWords().lock.proof;
  const until = useLockState(lock, (state) => state.facts?.nextTryAt ?? 0);
  const left = useWait(until);
  const wrong = error?.code === 'vault/wrong-passphrase';
  const said = missing ? words.missing : wrong ? words.wrong : undefined;
  return (
    <>
      <SecretField
        ref={ref}
        label={words.current}
        value={value}
        onChange={onChange}
        autoComplete="current-password"
        error={said}
      />
      <p role="alert" className="aside-voice">
        {said}
      </p>
      <WaitLine left={left} words={words} />
      {error && !wrong && error.code !== 'vault/too-soon' && <ErrorNotice error={error} />}
    </>
  );
}
