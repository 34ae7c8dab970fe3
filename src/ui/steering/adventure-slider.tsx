import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './adventure-slider.module.css';

/** Familiar to adventurous. The shelves follow while it is moved; what it did to them is said below. */
export function AdventureSlider(): ReactNode {
  const words = useWords().steering;
  const actions = useActions();
  const value = useHomebody((state) => state.adventurousness);
  const ratio = useHomebody(({ feed }) =>
    feed ? feed.intraListDiversity / feed.familiarDiversity : Number.NaN,
  );

  return (
    <div>
      <input
        type="range"
        className={css['range']}
        min={0}
        max={1}
        step={0.05}
        value={value}
        aria-label={words.slider}
        aria-valuetext={words.value(value)}
        onChange={(event) => actions.setAdventurousness(event.currentTarget.valueAsNumber)}
      />
      <div className={css['ends']} aria-hidden>
        <span>{words.familiar}</span>
        <span>{words.adventurous}</span>
      </div>
      <p className={css['effect']}>
        {Number.isFinite(ratio) ? words.effect(value, ratio) : words.value(value)}
      </p>
    </div>
  );
}
