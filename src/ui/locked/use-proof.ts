import { useRef, useState } from 'react';
import type { RefObject, SubmitEvent } from 'react';
import type { Lock, Proof } from '../../client/lock-state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { useAttempt } from './use-attempt.ts';
import { useLockState } from './use-lock.ts';
import { useWait } from './use-wait.ts';

export interface ProofForm {
  readonly passphrase: string;
  readonly type: (passphrase: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Nothing was typed, and it was asked for. */
  readonly missing: boolean;
  readonly busy: boolean;
  /** Why the last try failed. */
  readonly error: HomebodyError | null;
  readonly forgetError: () => void;
  /** What was tried last. */
  readonly by: 'passphrase' | 'passkey';
  /** How long the next passphrase has to wait, ms; 0: not at all. */
  readonly left: number;
  /** Whether there is a passkey, and a browser that knows what to do with it. */
  readonly hasPasskey: boolean;
  readonly submit: (event: SubmitEvent) => void;
  readonly tryPasskey: () => void;
}

/**
 * A form that asks for the passphrase, or a passkey. `prepare`: what is done with the proof; null: something else is
 * still missing, which has been told.
 */
export function useProof(
  lock: Lock,
  prepare: (proof: Proof) => ((proof: Proof) => Promise<void>) | null,
  onDone: () => void = () => {},
): ProofForm {
  const facts = useLockState(lock, (state) => state.facts);
  const passkeysHere = useLockState(lock, (state) => state.passkeysHere);
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [by, setBy] = useState<ProofForm['by']>('passphrase');
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, run, forget } = useAttempt();
  const left = useWait(facts?.nextTryAt ?? 0);

  const attempt = async (proof: Proof): Promise<void> => {
    const work = prepare(proof);
    if (!work) return;
    setMissing(false);
    setBy(proof === 'passkey' ? 'passkey' : 'passphrase');
    if (await run(() => work(proof))) {
      onDone();
      return;
    }
    field.current?.focus();
    field.current?.select();
  };
  return {
    passphrase,
    type(value) {
      setPassphrase(value);
      setMissing(false);
      forget();
    },
    field,
    missing,
    busy,
    error,
    forgetError: forget,
    by,
    left,
    hasPasskey: passkeysHere && (facts?.passkeys.length ?? 0) > 0,
    submit(event) {
      event.preventDefault();
      if (busy || left > 0) return;
      if (passphrase !== '') {
        void attempt({ passphrase });
        return;
      }
      setMissing(true);
      field.current?.focus();
    },
    tryPasskey: () => void attempt('passkey'),
  };
}
