import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './choice.module.css';

export interface ChoiceProps<Value extends string> {
  readonly title: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly name: string;
    /** What it would do. */
    readonly what?: string;
  }[];
  readonly onChoose: (value: Value) => void;
}

/** One of several ways, each with what it does. */
export function Choice<Value extends string>({
  title,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>): ReactNode {
  const id = useId();
  return (
    <fieldset className={css['choice']}>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option.value} className={css['option']}>
          <input
            type="radio"
            name={id}
            aria-labelledby={`${id}-${option.value}`}
            aria-describedby={option.what === undefined ? undefined : `${id}-${option.value}-what`}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span id={`${id}-${option.value}`}>{option.name}</span>
          {option.what !== undefined && (
            <span id={`${id}-${option.value}-what`} className={css['what']}>
              {option.what}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
