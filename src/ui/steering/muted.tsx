import { useId } from 'react';
import type { ReactNode } from 'react';
import type { MutedField } from '../../client/state.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { RemovableChip } from './chip.tsx';
import css from './steering-panel.module.css';

/** What is never shown, with the way back. Nothing where nothing is muted. */
export function MutedNames(): ReactNode {
  const words = useWords();
  const said = words.steering;
  const actions = useActions();
  const heading = useId();
  const muted = useHomebody((state) => state.muted);
  const names: readonly (readonly [MutedField, string, string])[] = [
    ...muted.departments.map((name) => ['department', name, words.departmentName(name)] as const),
    ...muted.brands.map((name) => ['brand', name, name] as const),
  ];
  if (names.length === 0) return null;
  return (
    <div>
      <h3 id={heading} className={css['name']}>
        {said.muted}
      </h3>
      <div className={css['chips']} role="group" aria-labelledby={heading}>
        {names.map(([field, name, shown]) => (
          <RemovableChip
            key={`${field} ${name}`}
            label={said.unmute(shown)}
            onRemove={() => void actions.unmute(field, name)}
          >
            {shown}
          </RemovableChip>
        ))}
      </div>
      <p className={css['hint']}>{said.mutedHint}</p>
    </div>
  );
}
