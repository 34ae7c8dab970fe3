import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import stars from './first-minute.module.css';
import css from './front-skeleton.module.css';
import { PersonaTiles } from './persona-tiles.tsx';
import { PicksFrame } from './picks-frame.tsx';

/** The first minute before anything of it can be answered: its words, and places of the final size. */
export function FrontSkeleton(): ReactNode {
  const words = useWords().firstMinute;
  return (
    <>
      <PicksFrame round={0} />
      <div className={[stars['stars'], css['stars']].join(' ')} aria-hidden>
        <div className={css['sky']} />
      </div>
      <PersonaTiles tiles={Object.keys(words.personas).map((id) => ({ id, pictures: [] }))} onChoose={null} />
    </>
  );
}
