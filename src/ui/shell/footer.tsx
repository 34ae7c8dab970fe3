import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { useRoom } from '../room-context.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../words/language.ts';
import { useWords } from '../words/words-context.tsx';
import css from './footer.module.css';
import { THEMES } from './theme.ts';

/** How the page looks and speaks, and its keys. */
export function Footer(): ReactNode {
  const words = useWords();
  const room = useRoom();
  return (
    <footer className={css['footer']}>
      <Choice
        label={words.shell.theme}
        value={room.theme}
        options={THEMES.map((theme) => [theme, words.shell.themes[theme]])}
        onChoose={room.setTheme}
      />
      <Choice
        label={words.shell.languageName}
        value={room.language}
        options={LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]])}
        onChoose={room.setLanguage}
      />
      <Button look="plain" className={css['keys']} onClick={room.openHelp}>
        {words.shell.help}
      </Button>
    </footer>
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
