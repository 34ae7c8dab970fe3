import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './adventure-slider.module.css';

/** Familiar to adventurous. The shelves follow while it is moved. */
export function AdventureSlider(): ReactNode {
  const words = useWords().feed;
  const actions = useActions();
  const value = useHomebody((state) => state.adventurousness);
  const feed = useHomebody((state) => state.feed);
  const ratio = feed ? feed.intraListDiversity / feed.familiarDiversity : Number.NaN;

  return (
    <div className={css['slider']}>
      <div className={css['row']}>
        <span aria-hidden>{words.familiar}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={value}
          aria-label={words.slider}
          aria-valuetext={words.sliderValue(value)}
          onChange={(event) => actions.setAdventurousness(event.currentTarget.valueAsNumber)}
        />
        <span aria-hidden>{words.adventurous}</span>
      </div>
      <p className={css['effect']}>
        {Number.isFinite(ratio) ? words.variety(ratio) : words.sliderValue(value)}
      </p>
    </div>
  );
}
