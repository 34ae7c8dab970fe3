import { useId } from 'react';
import type { ReactNode } from 'react';
import LockIcon from 'lucide-react/icons/lock';
import type { Lock } from '../../../client/lock-state.ts';
import { LOCK_AFTER_CHOICES } from '../../../client/lock-state.ts';
import { useAttempt } from '../../locked/use-attempt.ts';
import { useLockState } from '../../locked/use-lock.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './lock-room.module.css';

/** Locks now, or by itself. */
export function LockNow({ lock }: { readonly lock: Lock }): ReactNode {
  const words = usePrivacyWords().lock.now;
  const lockAfter = useLockState(lock, (state) => state.lockAfter);
  const { busy, error, run } = useAttempt();
  const note = useId();
  const choices = LOCK_AFTER_CHOICES.includes(lockAfter)
    ? LOCK_AFTER_CHOICES
    : [lockAfter, ...LOCK_AFTER_CHOICES];
  return (
    <Section title={words.title} lead={words.lead}>
      <Button
        look="main"
        icon={<LockIcon size={20} aria-hidden />}
        disabled={busy}
        className={css['act']}
        onClick={() => void run(() => lock.actions.lockNow())}
      >
        {words.act}
      </Button>
      <label className={css['choice']}>
        {words.after}
        <select
          value={lockAfter}
          aria-describedby={note}
          onChange={(event) => {
            const minutes = Number(event.currentTarget.value);
            void run(() => lock.actions.lockAfter(minutes));
          }}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.minutes(minutes)}
            </option>
          ))}
        </select>
      </label>
      <p id={note} className={css['soft']}>
        {words.counts}
      </p>
      {error && <ErrorNotice error={error} />}
    </Section>
  );
}
