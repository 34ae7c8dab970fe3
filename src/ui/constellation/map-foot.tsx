import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { MODELS_WITHOUT_MAP } from '../../domain/training.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useModelWords } from '../words/model-words.ts';
import { useWords } from '../words/words-context.tsx';
import { MapButtons } from './map-buttons.tsx';
import css from './map-foot.module.css';

export interface MapFootProps {
  /** By itself: with a way to the large map, and one to end a training, which is beside the large one. */
  readonly alone: boolean;
  readonly onSkip?: (() => void) | undefined;
}

/** Under the map: what is going on in it, and its buttons. As tall in every state. */
export function MapFoot({ alone, onSkip }: MapFootProps): ReactNode {
  const words = useWords().constellation;
  return (
    <div className={css['foot']}>
      <ProgressLine />
      <Caption />
      <div className={css['ways']}>
        {alone && <StopButton />}
        {alone && (
          <Link href="/training" className={css['link']}>
            {words.larger}
          </Link>
        )}
        {onSkip && (
          <Button look="plain" onClick={onSkip}>
            {words.skip}
          </Button>
        )}
      </div>
      <MapButtons />
    </div>
  );
}

/** How far the training is, for the eye; the sentence under it says the same. */
function ProgressLine(): ReactNode {
  const fraction = useHomebody((state) => state.training?.fraction ?? null);
  return (
    <div className={css['track']} aria-hidden>
      {fraction !== null && <div className={css['done']} style={{ transform: `scaleX(${fraction})` }} />}
    </div>
  );
}

function Caption(): ReactNode {
  const words = useWords().constellation;
  const { noMap } = useModelWords();
  const phase = useHomebody((state) => state.phase);
  const training = useHomebody((state) => state.training);
  const cancelling = useHomebody((state) => state.cancelling);
  const model = useHomebody((state) => state.model?.name ?? null);

  if (training) {
    return <p className={css['caption']}>{cancelling ? words.stopping : words.progress(training)}</p>;
  }
  const sentence =
    phase === 'failed'
      ? words.failed
      : phase === 'starting'
        ? words.opening
        : model === null
          ? words.untrained
          : MODELS_WITHOUT_MAP.includes(model)
            ? noMap
            : words.caption;
  return <p className={css['caption']}>{sentence}</p>;
}

function StopButton(): ReactNode {
  const words = useWords().constellation;
  const actions = useActions();
  const training = useHomebody((state) => state.training !== null);
  const cancelling = useHomebody((state) => state.cancelling);
  if (!training) return null;
  return (
    <Button look="plain" disabled={cancelling} onClick={() => void actions.cancelTraining()}>
      {words.stop}
    </Button>
  );
}
