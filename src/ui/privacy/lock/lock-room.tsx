import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Lock } from '../../../client/lock-state.ts';
import { useLock, useLockState } from '../../locked/use-lock.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import { useFoundFocus } from '../use-found-focus.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { LockNow } from './lock-now.tsx';
import css from './lock-room.module.css';
import { Passkeys } from './passkeys.tsx';
import { SetPassphrase } from './set-passphrase.tsx';

export function LockBrief(): ReactNode {
  const words = usePrivacyWords().lock;
  const { lock } = useLock();
  return lock ? <Brief lock={lock} /> : words.brief(null);
}

function Brief({ lock }: { readonly lock: Lock }): ReactNode {
  const facts = useLockState(lock, (state) => state.facts);
  return usePrivacyWords().lock.brief(facts?.passphrase ?? null);
}

/** The lock of what is stored: a passphrase, passkeys, and when it locks. */
export function LockRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords();
  const { lock, error, again } = useLock();
  return (
    <>
      <RoomHead level={level} title={words.lock.title} lead={words.lock.lead} />
      {error && (
        <div className={css['form']}>
          <ErrorNotice error={error} />
          <Button look="main" className={css['act']} onClick={again}>
            {words.again}
          </Button>
        </div>
      )}
      {lock && <LockParts lock={lock} />}
      {!lock && !error && <p role="status">{words.lock.opening}</p>}
    </>
  );
}

function Said({ said, onDismiss }: { readonly said: string; readonly onDismiss: () => void }): ReactNode {
  const found = useFoundFocus<HTMLDivElement>();
  return (
    <div ref={found} tabIndex={-1} className={css['said']}>
      <Notice tone="leaf" onDismiss={onDismiss}>
        {said}
      </Notice>
    </div>
  );
}

function LockParts({ lock }: { readonly lock: Lock }): ReactNode {
  const locks = useLockState(lock, (state) => state.facts?.passphrase ?? false);
  const [said, setSaid] = useState('');
  return (
    <>
      <div role="status">{said !== '' && <Said key={said} said={said} onDismiss={() => setSaid('')} />}</div>
      {locks ? (
        <>
          <LockNow lock={lock} />
          <Passkeys lock={lock} onDone={setSaid} />
          <ChangePassphrase lock={lock} onDone={setSaid} />
        </>
      ) : (
        <SetPassphrase lock={lock} onDone={setSaid} />
      )}
    </>
  );
}
