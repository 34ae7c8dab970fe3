import type { ReactNode } from 'react';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Panel } from '../parts/panel.tsx';
import { useModelWords } from '../words/model-words.ts';
import { useWords } from '../words/words-context.tsx';
import { ModelSummary } from './model-summary.tsx';
import { TrainingProgress } from './training-progress.tsx';
import css from './training-panel.module.css';

/** What the button trains; others are trained in the lab. */
const DEFAULT_MODEL = 'ials';

/** What the shop has learnt, how well, and where; and the way to learn anew. What is known stays while it does. */
export function TrainingPanel({
  wide = false,
  className,
}: {
  /** In columns, with the exact figures open. */
  readonly wide?: boolean;
  readonly className?: string | undefined;
}): ReactNode {
  const words = useWords().training;
  const ofModel = useModelWords();
  const actions = useActions();
  const phase = useHomebody((state) => state.phase);
  const home = useHomebody((state) => state.home);
  const training = useHomebody((state) => state.training);
  const cancelling = useHomebody((state) => state.cancelling);
  const model = useHomebody((state) => state.model);
  const recovered = useHomebody((state) => state.recovered);

  return (
    <Panel
      title={words.title}
      className={[wide && css['wide'], className].filter(Boolean).join(' ')}
      aside={
        training ? (
          <Button onClick={() => void actions.cancelTraining()} disabled={cancelling}>
            {words.cancel}
          </Button>
        ) : (
          <Button
            look={model ? 'calm' : 'main'}
            onClick={() => void actions.train()}
            disabled={phase !== 'ready'}
          >
            {words.train}
          </Button>
        )
      }
    >
      <div className={css['body']}>
        {recovered && (
          <Notice tone="ember" onDismiss={() => actions.dismissRecovered()}>
            {words.recovered(recovered.fromEpoch, recovered.home)}
          </Notice>
        )}
        {training && (
          <div className={css['now']}>
            <TrainingProgress progress={training} cancelling={cancelling} />
            {model && <p className={css['soft']}>{words.meanwhile}</p>}
          </div>
        )}
        {model && <ModelSummary model={model} open={wide} />}
        {!training && model && model.name !== DEFAULT_MODEL && (
          <p className={css['soft']}>{ofModel.trains(ofModel.name(DEFAULT_MODEL))}</p>
        )}
        {!training && !model && <p>{phase === 'ready' ? words.none : words.notReady}</p>}
        {home && (
          <p className={css['soft']} data-home={home.home} data-model={model?.id}>
            {words.home(home)}
          </p>
        )}
      </div>
    </Panel>
  );
}
