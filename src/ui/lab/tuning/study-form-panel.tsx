import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Play from 'lucide-react/icons/play';
import { OBJECTIVE_METRICS } from '../../../domain/tuning.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useLab, useLabActions, useLabBusy, useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import { Field } from '../train/field.tsx';
import { readNumber, SEED_RANGE } from '../train/setup-form.ts';
import css from '../train/train-form.module.css';
import { Choice } from './choice.tsx';
import { NUMBERS, planOf, resourceOf, SEARCH_KINDS, trialCount, variable, variedOf } from './study-form.ts';
import type { StudyForm } from './study-form.ts';
import { VariedField } from './varied-field.tsx';

export interface StudyFormPanelProps {
  readonly form: StudyForm;
  readonly onChange: (patch: Partial<StudyForm>) => void;
}

/** The next study: what is varied, how it is searched, how each config is measured, and when it is enough. */
export function StudyFormPanel({ form, onChange }: StudyFormPanelProps): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const models = useLab((state) => state.models);
  const busy = useLabBusy();
  const timed = useLab((state) => state.facts !== null && state.facts.timed !== 'none');
  const ready = useHomebody((state) => state.phase === 'ready');
  const [tried, setTried] = useState(false);
  const legend = useId();
  const tunable = models.filter(({ settings }) => settings.length > 0);
  const model = tunable.find(({ name }) => name === form.model) ?? tunable[0];
  if (!model) return null;

  const varied = variedOf(form, model);
  const count = trialCount(form, model);
  const start = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wanted = planOf(form, model);
    setTried(wanted === null);
    if (wanted) void actions.study(wanted.plan, wanted.budgetMs);
    else {
      const element = event.currentTarget;
      setTimeout(() => element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  };
  const numberField = (name: keyof typeof NUMBERS): ReactNode => (
    <Field
      label={words.tuning.numbers[name]}
      hint={words.tuning.hints[name]}
      text={form[name]}
      placeholder={NUMBERS[name].default === null ? words.tuning.without : undefined}
      error={
        readNumber(form[name], NUMBERS[name]) === undefined
          ? words.settings.mustBe(words.settings.range({ field: name, ...NUMBERS[name] }))
          : null
      }
      tried={tried}
      onChange={(text) => onChange({ [name]: text })}
    />
  );

  return (
    <Panel title={words.tuning.title}>
      <form className={css['form']} noValidate onSubmit={start}>
        <Choice
          label={words.train.model}
          value={model.name}
          hint={words.models[model.name]?.what ?? ''}
          colour={modelColour(model.name)}
          options={tunable.map(({ name }) => [name, words.model(name)])}
          onChoose={(name) =>
            onChange({
              model: name,
              varied: null,
              values: {},
              ends: {},
              ...(form.search === 'halving' ? { search: 'random' } : {}),
            })
          }
        />
        <Choice
          label={words.tuning.search}
          value={form.search}
          hint={words.tuning.searches[form.search].what}
          options={SEARCH_KINDS.filter((kind) => kind !== 'halving' || resourceOf(model)).map((kind) => [
            kind,
            words.tuning.searches[kind].name,
          ])}
          onChoose={(chosen) => {
            const search = SEARCH_KINDS.find((kind) => kind === chosen);
            if (search) onChange({ search });
          }}
        />
        <div role="group" aria-labelledby={legend} className={css['fields']}>
          <p id={legend} className={css['label']}>
            {words.tuning.vary}
          </p>
          {variable(form, model).map((spec) => (
            <VariedField
              key={`${model.name} ${spec.field}`}
              spec={spec}
              form={form}
              isVaried={varied.includes(spec)}
              tried={tried}
              onVary={(on) => {
                const others = varied.map(({ field }) => field).filter((field) => field !== spec.field);
                onChange({ varied: on ? [...others, spec.field] : others });
              }}
              onChange={onChange}
            />
          ))}
          {tried && varied.length === 0 && (
            <Notice tone="ember">
              <p>{words.tuning.varyOne}</p>
            </Notice>
          )}
        </div>
        {form.search !== 'grid' && numberField('trials')}
        <Choice
          label={words.tuning.validation}
          value={form.validation}
          hint={words.tuning.validations[form.validation].what}
          options={(['folds', 'leave-last-out'] as const).map((kind) => [
            kind,
            words.tuning.validations[kind].name,
          ])}
          onChoose={(kind) => onChange({ validation: kind === 'folds' ? 'folds' : 'leave-last-out' })}
        />
        {form.validation === 'folds' && timed && (
          <Notice tone="ember">
            <p className={css['warning']}>{words.tuning.randomFolds}</p>
          </Notice>
        )}
        {form.validation === 'folds' && numberField('folds')}
        <Choice
          label={words.tuning.metric}
          value={form.metric}
          hint={words.metrics[form.metric].what}
          options={OBJECTIVE_METRICS.map((metric) => [metric, words.metrics[metric].name])}
          onChoose={(chosen) => {
            const metric = OBJECTIVE_METRICS.find((one) => one === chosen);
            if (metric) onChange({ metric });
          }}
        />
        {numberField('minutes')}
        {form.search !== 'halving' && numberField('patience')}
        <Field
          label={words.train.seed}
          hint={words.tuning.seedHint}
          text={form.seed}
          error={
            readNumber(form.seed, SEED_RANGE) === undefined
              ? words.settings.mustBe(words.settings.range({ field: 'seed', ...SEED_RANGE }))
              : null
          }
          tried={tried}
          onChange={(seed) => onChange({ seed })}
        />
        <div className={css['acts']}>
          <Button type="submit" look="main" icon={<Play size={18} aria-hidden />} disabled={!ready || busy}>
            {words.tuning.start}
          </Button>
          <p className={css['what']} role="status">
            {count !== null &&
              words.tuning.count(count, form.validation === 'folds' ? Number(form.folds) : 1)}
          </p>
        </div>
        {busy && <p className={css['what']}>{words.train.busy}</p>}
      </form>
    </Panel>
  );
}
