import { useId } from 'react';
import type { ReactNode } from 'react';
import css from '../train/train-form.module.css';

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** What the chosen one means. */
  readonly hint: string;
  readonly colour?: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

/** One of several, with what the chosen one means under it. */
export function Choice({ label, value, hint, colour, options, onChoose }: ChoiceProps): ReactNode {
  const id = useId();
  const select = (
    <select
      id={id}
      value={value}
      aria-describedby={`${id} what`}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <div className={css['model']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      {colour ? (
        <div className={css['chosen']}>
          <span className={css['hue']} style={{ background: colour }} aria-hidden />
          {select}
        </div>
      ) : (
        select
      )}
      <p id={`${id} what`} className={css['what']}>
        {hint}
      </p>
    </div>
  );
}
