import type { ReactNode } from 'react';
import type { ModelFacts, Quality } from '../../domain/training.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import { useNow } from '../parts/use-now.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import css from './model-summary.module.css';
import { QualityFigures } from './quality-figures.tsx';

export interface ModelSummaryProps {
  readonly model: ModelFacts;
  /** The exact figures stand beside the words; otherwise they are one tap deeper. */
  readonly open: boolean;
}

/** How good the model is, in words first, then exactly. */
export function ModelSummary({ model, open }: ModelSummaryProps): ReactNode {
  const words = useWords().training;
  const losses = useHomebody((state) => state.lastLosses);
  const now = useNow();
  const { quality } = model;
  const trend = losses.length > 1 && <Sparkline values={losses} label={words.lossTrend(losses)} />;

  const verdict = (
    <div className={css['verdict']}>
      {quality ? (
        <p>
          <strong>{verdictOf(words, quality)}</strong> {words.betterAt}
        </p>
      ) : (
        <p>{words.notMeasured}</p>
      )}
      <p className={css['soft']}>
        {words.trained(model.trainMs, model.trainedAt, now, model.interactionCount, model.userCount)}
      </p>
    </div>
  );
  if (open) {
    return (
      <div className={css['columns']}>
        {verdict}
        {quality && (
          <div className={css['column']}>
            <h3 className={css['title']}>{words.figures}</h3>
            <QualityFigures quality={quality} />
          </div>
        )}
        {trend && (
          <div className={css['column']}>
            <h3 className={css['title']}>{words.lossByPass}</h3>
            {trend}
          </div>
        )}
        <div className={css['column']}>
          <h3 className={css['title']}>{words.make}</h3>
          <ModelMake model={model} />
        </div>
      </div>
    );
  }
  return (
    <div className={css['summary']}>
      {verdict}
      <details className={css['details']}>
        <summary>{words.figures}</summary>
        {quality && <QualityFigures quality={quality} />}
        {trend}
        <ModelMake model={model} />
      </details>
    </div>
  );
}

function ModelMake({ model }: { readonly model: ModelFacts }): ReactNode {
  const words = useWords();
  return (
    <dl className={css['facts']}>
      <dt>{words.training.loss}</dt>
      <dd>{words.training.lossValue(model.finalLoss)}</dd>
      <dt>{words.training.width}</dt>
      <dd>{words.formats.number(model.config.dim)}</dd>
      <dt>{words.training.passes}</dt>
      <dd>{words.formats.number(model.config.epochs)}</dd>
      <dt>{words.training.seed}</dt>
      <dd>{model.config.seed}</dd>
    </dl>
  );
}

function verdictOf(words: Words['training'], quality: Quality): string {
  if (quality.popularityNdcgAt10 === 0) return words.popularityNever;
  const ratio = quality.ndcgAt10 / quality.popularityNdcgAt10;
  return ratio >= 1 ? words.better(ratio) : words.worse(ratio);
}
