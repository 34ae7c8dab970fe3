import { useId } from 'react';
import type { ReactNode } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { useBench, useLabWords } from '../lab-context.tsx';
import css from './train-form.module.css';
import { Field } from './field.tsx';
import { amountText, AMOUNTS, LAB_PROTOCOLS, readNumber, splitsAtRandom } from './setup-form.ts';

export interface ProtocolFieldsProps {
  readonly tried: boolean;
  /** The log knows when its events were. */
  readonly timed: boolean;
}

/** What is held back to measure the run by, and how much of it. */
export function ProtocolFields({ tried, timed }: ProtocolFieldsProps): ReactNode {
  const words = useLabWords();
  const { setup, changeSetup } = useBench();
  const id = useId();
  const { protocol: name, amounts } = setup;
  const about = words.protocols[name];
  const text = amountText(amounts, name);
  const range = words.settings.range({ field: name, ...AMOUNTS[name] });
  return (
    <>
      <div className={css['model']}>
        <label htmlFor={id} className={css['label']}>
          {words.train.protocol}
        </label>
        <select
          id={id}
          value={name}
          aria-describedby={`${id} what`}
          onChange={(event) => {
            const chosen = LAB_PROTOCOLS.find((one) => one === event.currentTarget.value);
            if (chosen) changeSetup({ protocol: chosen });
          }}
        >
          {LAB_PROTOCOLS.map((one) => (
            <option key={one} value={one}>
              {words.protocols[one].name}
            </option>
          ))}
        </select>
        <p id={`${id} what`} className={css['what']}>
          {about.what}
        </p>
      </div>
      {timed && splitsAtRandom(name) && (
        <Notice tone="ember">
          <p className={css['warning']}>{words.train.randomSplit}</p>
        </Notice>
      )}
      <Field
        key={name}
        label={about.amount}
        hint={about.amountHint}
        text={text}
        error={readNumber(text, AMOUNTS[name]) === undefined ? words.settings.mustBe(range) : null}
        tried={tried}
        onChange={(amount) => changeSetup({ amounts: { ...amounts, [name]: amount } })}
      />
    </>
  );
}
