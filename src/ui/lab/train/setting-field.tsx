import { useId } from 'react';
import type { ReactNode } from 'react';
import type { SettingSpec } from '../../../domain/settings.ts';
import { useLabWords } from '../lab-context.tsx';
import css from './field.module.css';
import { Field } from './field.tsx';
import { readSetting, settingText } from './setup-form.ts';

export interface SettingFieldProps {
  readonly spec: SettingSpec;
  readonly settings: Readonly<Record<string, string>>;
  readonly tried: boolean;
  readonly onChange: (text: string) => void;
}

/** One setting of a model, in the form that suits its kind. */
export function SettingField({ spec, settings, tried, onChange }: SettingFieldProps): ReactNode {
  const words = useLabWords().settings;
  const id = useId();
  const text = settingText({ settings }, spec);
  const name = words.name(spec.field);
  const hint = words.what(spec.field);
  if (spec.kind === 'choice' || spec.kind === 'boolean') {
    return (
      <div className={css['field']}>
        <label htmlFor={id}>{name}</label>
        {spec.kind === 'choice' ? (
          <select
            id={id}
            value={text}
            aria-describedby={`${id} hint`}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            {spec.values.map((value) => (
              <option key={value} value={value}>
                {words.values[value] ?? value}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            type="checkbox"
            checked={text === 'true'}
            aria-describedby={`${id} hint`}
            onChange={(event) => onChange(String(event.currentTarget.checked))}
          />
        )}
        <p id={`${id} hint`} className={css['hint']}>
          {hint}
        </p>
      </div>
    );
  }
  return (
    <Field
      label={name}
      hint={spec.usual ? `${hint} ${words.usual(spec.usual)}`.trim() : hint}
      text={text}
      placeholder={spec.default === null ? words.found : undefined}
      error={readSetting(text, spec) === undefined ? words.mustBe(words.range(spec)) : null}
      tried={tried}
      onChange={onChange}
    />
  );
}
