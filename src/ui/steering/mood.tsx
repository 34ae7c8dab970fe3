import { useId } from 'react';
import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { RemovableChip, ToggleChip } from './chip.tsx';
import css from './steering-panel.module.css';

/** This visit's mood: departments that are on or off, and the things to have more or less of. */
export function Mood(): ReactNode {
  const words = useWords();
  const said = words.steering;
  const actions = useActions();
  const heading = useId();
  const mood = useHomebody((state) => state.mood);
  const muted = useHomebody((state) => state.muted.departments);
  const all = useHomebody((state) => state.catalogue?.departments ?? null);
  // Nobody is in the mood for what is never shown.
  const departments = all?.filter((name) => !muted.includes(name));
  const leanings = [
    ...mood.more.map((one) => ({ ...one, text: said.moreLike(words.item(one.item).title) })),
    ...mood.less.map((one) => ({ ...one, text: said.lessLike(words.item(one.item).title) })),
  ];
  const set = leanings.length + mood.departments.length > 0;
  if (!departments || departments.length === 0) return null;

  return (
    <div>
      <h3 id={heading} className={css['name']}>
        {said.mood}
      </h3>
      <div className={css['chips']} role="group" aria-labelledby={heading}>
        {departments.map((name) => (
          <ToggleChip
            key={name}
            on={mood.departments.includes(name)}
            onToggle={(on) => void actions.moodFor(name, on)}
          >
            {words.departmentName(name)}
          </ToggleChip>
        ))}
        {leanings.map(({ index, text }) => (
          <RemovableChip
            key={index}
            label={said.forgetOne(text)}
            onRemove={() => void actions.forgetMood(index)}
          >
            {text}
          </RemovableChip>
        ))}
      </div>
      <p className={css['hint']}>{said.moodHint}</p>
      {set && (
        <Button look="plain" className={css['forget']} onClick={() => void actions.forgetMood()}>
          {said.forget}
        </Button>
      )}
    </div>
  );
}
