import type { ReactNode } from 'react';
import { useRoom } from '../room-context.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../words/language.ts';
import { useWords } from '../words/words-context.tsx';
import css from './choices.module.css';
import { THEMES } from './theme.ts';

/** How the page looks and which language it speaks. */
export function Choices(): ReactNode {
  const words = useWords().shell;
  const room = useRoom();
  return (
    <>
      <Choice
        label={words.theme}
        value={room.theme}
        options={THEMES.map((theme) => [theme, words.themes[theme]])}
        onChoose={room.setTheme}
      />
      <Choice
        label={words.languageName}
        value={room.language}
        options={LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]])}
        onChoose={room.setLanguage}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>): ReactNode {
  return (
    <label className={css['choice']}>
      {label}
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
