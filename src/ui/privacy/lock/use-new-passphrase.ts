import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { isNewPassphrase, normalPassphrase, SHORTEST_PASSPHRASE } from '../../../domain/passphrase.ts';
import { usePrivacyWords } from '../privacy-words-context.tsx';

/** One of two fields that have to be the same. */
export interface NewField {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly ref: RefObject<HTMLInputElement | null>;
}

export interface NewPassphrase {
  readonly first: NewField;
  readonly second: NewField;
  /**
   * The passphrase when it will do and is not `current`; else null, what is wrong is told from now on, and the field
   * has the focus.
   */
  readonly take: (current?: string) => string | null;
  readonly clear: () => void;
}

/** A passphrase that is chosen: twice, since nobody sees what they type. */
export function useNewPassphrase(): NewPassphrase {
  const words = usePrivacyWords().lock;
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  /** What was tried, and is the passphrase already. */
  const [same, setSame] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  const unfit = !isNewPassphrase(value);
  const differs = normalPassphrase(value) !== normalPassphrase(again);
  const tooLong = unfit && value.length > SHORTEST_PASSPHRASE;
  return {
    first: {
      value,
      onChange: setValue,
      error:
        value === same ? words.same : tried && unfit ? (tooLong ? words.tooLong : words.tooShort) : undefined,
      ref: first,
    },
    second: {
      value: again,
      onChange: setAgain,
      error: tried && !unfit && differs ? words.differs : undefined,
      ref: second,
    },
    take(current) {
      setTried(true);
      const taken = current !== undefined && normalPassphrase(value) === normalPassphrase(current);
      setSame(taken ? value : null);
      if (!unfit && !differs && !taken) return value;
      (unfit || taken ? first : second).current?.focus();
      return null;
    },
    clear() {
      setValue('');
      setAgain('');
      setTried(false);
      setSame(null);
    },
  };
}
