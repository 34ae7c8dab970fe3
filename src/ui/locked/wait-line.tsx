import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import type { LockedWords } from '../words/en/locked.ts';

export interface WaitLineProps {
  /** ms; 0: nobody waits. */
  readonly left: number;
  readonly words: Pick<LockedWords, 'wait' | 'waitOver'>;
}

/** How long the next passphrase has to wait: counted down for the eye, and told to a reader when it begins and ends. */
export function WaitLine({ left, words }: WaitLineProps): ReactNode {
  const [told, setTold] = useState('');
  const waiting = left > 0;
  const waited = useRef(false);
  useEffect(() => {
    if (waiting) setTold(words.wait(left));
    else if (waited.current) setTold(words.waitOver);
    waited.current = waiting;
    // Each second of it would be too much to hear.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
  }, [waiting, words]);
  return (
    <>
      {waiting && (
        <div aria-hidden>
          <Notice tone="brick">{words.wait(left)}</Notice>
        </div>
      )}
      <p role="status" className="aside-voice">
        {told}
      </p>
    </>
  );
}
