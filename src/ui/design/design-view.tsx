import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import { ColourSheet } from './colour-sheet.tsx';
import { ControlSheet } from './control-sheet.tsx';
import css from './design-view.module.css';
import { MessageSheet } from './message-sheet.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { TypeSheet } from './type-sheet.tsx';

/** All parts of the page in all their states, for whoever draws or builds the next one. Out of the navigation. */
export function DesignView(): ReactNode {
  const words = useWords().design;
  return (
    <div className={css['view']}>
      <header>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={css['lead']}>{words.lead}</p>
      </header>
      <ColourSheet />
      <TypeSheet />
      <ControlSheet />
      <MessageSheet />
      <PictureSheet />
    </div>
  );
}
