import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Play from 'lucide-react/icons/play';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useBench, useLab, useLabActions, useLabBusy, useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import { Field } from './field.tsx';
import { ProtocolFields } from './protocol-fields.tsx';
import { SettingField } from './setting-field.tsx';
import { ownSettings, readNumber, SEED_RANGE, setupOf } from './setup-form.ts';
import css from './train-form.module.css';

/** Settings that few people need to touch. */
const RARE: ReadonlySet<string> = new Set([
  'regularisationExponent',
  'initialStddev',
  'cgSteps',
  'validationUsers',
  'popularityDamping',
  'fusedLearningRate',
]);

/** The next run: its model, settings, protocol and seed. */
export function TrainForm(): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const { setup, changeSetup, open } = useBench();
  const models = useLab((state) => state.models);
  const busy = useLabBusy();
  const facts = useLab((state) => state.facts);
  const ready = useHomebody((state) => state.phase === 'ready');
  const model = models.find(({ name }) => name === setup.model) ?? models[0];
  const [tried, setTried] = useState(false);
  const name = useId();

  if (!model) return null;
  const specs = ownSettings(model);
  const rare = specs.filter(({ field }) => RARE.has(field) || field.includes('.'));
  const common = specs.filter((spec) => !rare.includes(spec));
  const start = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wanted = setupOf(setup, model);
    setTried(wanted === null);
    if (wanted) {
      void actions.start(wanted).then((run) => {
        if (run) open(run.id);
      });
    } else {
      const form = event.currentTarget;
      // What is wrong may be in a part that is shut. The fields are told wrong with the next drawing.
      for (const details of form.querySelectorAll('details')) details.open = true;
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  };
  const fieldsOf = (list: typeof specs): ReactNode =>
    list.map((spec) => (
      <SettingField
        key={`${model.name} ${spec.field}`}
        spec={spec}
        settings={setup.settings}
        tried={tried}
        onChange={(text) => changeSetup({ settings: { ...setup.settings, [spec.field]: text } })}
      />
    ));

  return (
    <Panel title={words.train.title}>
      <form className={css['form']} noValidate onSubmit={start}>
        <div className={css['model']}>
          <label htmlFor={name} className={css['label']}>
            {words.train.model}
          </label>
          <div className={css['chosen']}>
            <span className={css['hue']} style={{ background: modelColour(model.name) }} aria-hidden />
            <select
              id={name}
              value={model.name}
              aria-describedby={`${name} what`}
              onChange={(event) => {
                setTried(false);
                changeSetup({ model: event.currentTarget.value, settings: {} });
              }}
            >
              {models.map((one) => (
                <option key={one.name} value={one.name}>
                  {words.model(one.name)}
                </option>
              ))}
            </select>
          </div>
          <p id={`${name} what`} className={css['what']}>
            {words.models[model.name]?.what} {!model.foldsIn && words.train.noFoldIn}
          </p>
        </div>
        {common.length > 0 && <div className={css['fields']}>{fieldsOf(common)}</div>}
        {rare.length > 0 && (
          <details className={css['more']}>
            <summary>{words.train.more(rare.length)}</summary>
            <div className={css['fields']}>{fieldsOf(rare)}</div>
          </details>
        )}
        <ProtocolFields tried={tried} timed={facts !== null && facts.timed !== 'none'} />
        <Field
          label={words.train.seed}
          hint={words.train.seedHint}
          text={setup.seed}
          error={
            readNumber(setup.seed, SEED_RANGE) === undefined
              ? words.settings.mustBe(words.settings.range({ field: 'seed', ...SEED_RANGE }))
              : null
          }
          tried={tried}
          onChange={(seed) => changeSetup({ seed })}
        />
        <div className={css['acts']}>
          <Button type="submit" look="main" icon={<Play size={18} aria-hidden />} disabled={!ready || busy}>
            {words.train.start}
          </Button>
          {Object.keys(setup.settings).length > 0 && (
            <Button look="plain" onClick={() => changeSetup({ settings: {} })}>
              {words.train.defaults}
            </Button>
          )}
        </div>
        {busy && <p className={css['what']}>{words.train.busy}</p>}
      </form>
    </Panel>
  );
}
