import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import css from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  /** What is wrong with it; null: nothing. Told once the field was left, or `tried`. */
  readonly error: string | null;
  readonly tried: boolean;
  readonly placeholder?: string | undefined;
  /** For what is no number. */
  readonly words?: boolean;
  readonly onChange: (text: string) => void;
}

/** A name, a value to type, what it does, and what is wrong with it. */
export function Field({
  label,
  hint,
  text,
  error,
  tried,
  placeholder,
  words = false,
  onChange,
}: FieldProps): ReactNode {
  const id = useId();
  const [left, setLeft] = useState(false);
  const wrong = error !== null && (left || tried);
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={words ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        className={words ? css['wide'] : undefined}
        value={text}
        placeholder={placeholder}
        aria-invalid={wrong}
        aria-describedby={`${id} hint${wrong ? ` ${id} error` : ''}`}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
      />
      <p id={`${id} hint`} className={css['hint']}>
        {hint}
      </p>
      {wrong && (
        <p id={`${id} error`} className={css['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
