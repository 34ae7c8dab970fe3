import type { ReactNode } from 'react';
import { Mark } from '../shell/mark.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './colour-sheet.module.css';
import { Sheet } from './sheet.tsx';

/** Token of the ground, and of the ink that stands on it. */
const COLOURS: readonly (readonly [ground: string, ink: string])[] = [
  ['paper', 'ink'],
  ['paper-raised', 'ink'],
  ['paper-sunk', 'ink-soft'],
  ['ink', 'paper'],
  ['ember', 'on-ember'],
  ['ember-deep', 'on-ember'],
  ['ember-wash', 'ember-deep'],
  ['leaf', 'paper'],
  ['leaf-wash', 'leaf'],
  ['brick', 'paper'],
  ['brick-wash', 'brick'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((cloth) => [`cloth-${cloth}`, 'on-cloth'] as const),
];

const ICONS = ['icon.svg', 'icon-maskable-512.png', 'icon-monochrome.svg', 'icon-192.png'];

export function ColourSheet(): ReactNode {
  const words = useWords().design;
  return (
    <>
      <Sheet title={words.mark}>
        <div className={css['marks']}>
          <Mark />
          {ICONS.map((file) => (
            <img key={file} src={`./icons/${file}`} alt={file} width={96} height={96} />
          ))}
        </div>
      </Sheet>
      <Sheet title={words.colours} hint={words.coloursHint}>
        <ul className={css['colours']}>
          {COLOURS.map(([ground, ink]) => (
            <li
              key={ground}
              className={css['colour']}
              style={{ background: `var(--${ground})`, color: `var(--${ink})` }}
            >
              <span>{ground}</span>
              <span>{ink}</span>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
