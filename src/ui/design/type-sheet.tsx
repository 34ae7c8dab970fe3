import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { Sheet } from './sheet.tsx';
import css from './type-sheet.module.css';

const SIZES = [5, 4, 3, 2, 1] as const;
const STEPS = [4, 8, 12, 16, 24, 40, 64];

export function TypeSheet(): ReactNode {
  const words = useWords();
  return (
    <>
      <Sheet title={words.design.type} hint={words.design.typeHint}>
        <ul className={css['sizes']}>
          {SIZES.map((size) => (
            <li key={size} style={{ fontSize: `var(--size-${size})` }}>
              <span className={css['display']}>{words.design.sample}</span>
              <span>{words.design.sample}</span>
            </li>
          ))}
        </ul>
        <p className={css['figures']}>
          {[1_234_567, 890, 42].map((value) => (
            <span key={value}>{words.formats.money(value, 'EUR')}</span>
          ))}
        </p>
      </Sheet>
      <Sheet title={words.design.space}>
        <div className={css['steps']}>
          {STEPS.map((step) => (
            <span key={step} style={{ width: step, height: step }} title={words.formats.number(step)} />
          ))}
          <span className={css['raised']} />
        </div>
      </Sheet>
    </>
  );
}
