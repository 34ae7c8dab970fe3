import { useId } from 'react';
import type { ReactNode } from 'react';
import type { SettingSpec } from '../../../domain/settings.ts';
import { useLabWords } from '../lab-context.tsx';
import { dimensionOf, endsText, isListed, valuesText } from './study-form.ts';
import type { StudyForm } from './study-form.ts';
import css from './varied-field.module.css';

export interface VariedFieldProps {
  readonly spec: SettingSpec;
  readonly form: StudyForm;
  readonly isVaried: boolean;
  readonly tried: boolean;
  readonly onVary: (on: boolean) => void;
  readonly onChange: (patch: Partial<StudyForm>) => void;
}

/** A setting that may be varied: whether it is, and over which values or from where to where. */
export function VariedField({ spec, form, isVaried, tried, onVary, onChange }: VariedFieldProps): ReactNode {
  const words = useLabWords();
  const id = useId();
  const name = words.settings.name(spec.field);
  const wrong = isVaried && dimensionOf(form, spec) === null;
  const list = isListed(spec, form.search);
  const described = `${id} hint${wrong ? ` ${id} error` : ''}`;
  const [from, to] = endsText(form, spec);
  const setEnds = (ends: readonly [string, string]): void =>
    onChange({ ends: { ...form.ends, [spec.field]: ends } });
  return (
    <div className={css['varied']}>
      <label className={css['name']}>
        <input type="checkbox" checked={isVaried} onChange={(event) => onVary(event.currentTarget.checked)} />
        {name}
      </label>
      {isVaried && (
        <>
          {list ? (
            <input
              type="text"
              autoComplete="off"
              spellCheck={false}
              aria-label={words.tuning.valuesOf(name)}
              aria-invalid={wrong}
              aria-describedby={described}
              value={valuesText(form, spec)}
              onChange={(event) =>
                onChange({ values: { ...form.values, [spec.field]: event.currentTarget.value } })
              }
            />
          ) : (
            <div className={css['ends']}>
              <input
                type="text"
                inputMode="decimal"
                autoComplete="off"
                aria-label={words.tuning.fromOf(name)}
                aria-invalid={wrong}
                aria-describedby={described}
                value={from}
                onChange={(event) => setEnds([event.currentTarget.value, to])}
              />
              <span aria-hidden>{words.tuning.to}</span>
              <input
                type="text"
                inputMode="decimal"
                autoComplete="off"
                aria-label={words.tuning.toOf(name)}
                aria-invalid={wrong}
                aria-describedby={described}
                value={to}
                onChange={(event) => setEnds([from, event.currentTarget.value])}
              />
            </div>
          )}
          <p id={`${id} hint`} className={css['hint']}>
            {words.settings.what(spec.field)} {list && words.tuning.listHint}
          </p>
          {wrong && (
            <p id={`${id} error`} className={css['error']} role={tried ? 'alert' : undefined}>
              {words.tuning.wrong(list, words.tuning.each(spec, words.settings.range(spec)))}
            </p>
          )}
        </>
      )}
    </div>
  );
}
