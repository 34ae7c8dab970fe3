import { useId } from 'react';
import type { ReactNode } from 'react';
import type { EventKind } from '../../domain/events.ts';
import { useWords } from '../words/words-context.tsx';
import css from './kind-filter.module.css';

export interface KindFilterProps {
  /** Kinds that there are. */
  readonly kinds: readonly EventKind[];
  /** Null: all. */
  readonly value: EventKind | null;
  readonly onChoose: (kind: EventKind | null) => void;
}

/** Everything, or one kind of what was done. */
export function KindFilter({ kinds, value, onChoose }: KindFilterProps): ReactNode {
  const words = useWords().history;
  const name = useId();
  return (
    <fieldset className={css['filter']}>
      <legend className="aside-voice">{words.filter}</legend>
      {[null, ...kinds].map((kind) => (
        <label key={kind ?? 'all'} className={css['choice']}>
          <input
            type="radio"
            name={name}
            className="aside-voice"
            checked={kind === value}
            onChange={() => onChoose(kind)}
          />
          <span>{kind === null ? words.everything : words.did[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
