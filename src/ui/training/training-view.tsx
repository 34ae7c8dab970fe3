import type { ReactNode } from 'react';
import { Constellation } from '../constellation/constellation.tsx';
import { MODELS_WITHOUT_MAP } from '../../domain/training.ts';
import { useHomebody } from '../homebody-context.tsx';
import { useModelWords } from '../words/model-words.ts';
import { useWords } from '../words/words-context.tsx';
import { TrainingPanel } from './training-panel.tsx';
import css from './training-view.module.css';

/** How it learns: the map that arranges itself, and under it what was learnt, how well, where and from what. */
export function TrainingView(): ReactNode {
  const words = useWords().training;
  const { lead } = useModelWords();
  const mapless = useHomebody(
    ({ training, model }) => !training && model !== null && MODELS_WITHOUT_MAP.includes(model.name),
  );
  return (
    <div className={css['view']}>
      <header className={css['head']}>
        <h1 tabIndex={-1}>{words.view}</h1>
        <p className={css['lead']}>{mapless ? lead : words.viewLead}</p>
      </header>
      <Constellation size="full">
        <TrainingPanel wide className={css['panel']} />
      </Constellation>
    </div>
  );
}
