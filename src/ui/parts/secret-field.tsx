import { useId, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useWords } from '../words/words-context.tsx';
import { IconButton } from './button.tsx';
import css from './secret-field.module.css';

export interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `new-password` where it is chosen, `current-password` where it opens something. */
  readonly autoComplete: 'new-password' | 'current-password';
  readonly hint?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** A field for a passphrase, which can be looked at. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const { label, value, onChange, autoComplete, hint, error, disabled, ref } = props;
  const words = useWords().shell;
  const id = useId();
  const said = useId();
  const [seen, setSeen] = useState(false);
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={css['box']}>
        <input
          ref={ref}
          id={id}
          type={seen ? 'text' : 'password'}
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          disabled={disabled}
          aria-invalid={error !== undefined}
          aria-describedby={hint || error ? said : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <IconButton
          label={seen ? words.hidePassphrase : words.showPassphrase}
          icon={seen ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
          disabled={disabled}
          onClick={() => setSeen(!seen)}
        />
      </div>
      {(error ?? hint) !== undefined && (
        <p id={said} className={error === undefined ? css['hint'] : css['error']}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
