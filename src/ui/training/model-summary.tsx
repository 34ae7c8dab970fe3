import type { ReactNode } from 'react';
import type { ModelFacts, Quality } from '../../domain/training.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Sparkline } from '../parts/sparkline.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import { QualityFigures } from './quality-figures.tsx';
import { useNow } from '../parts/use-now.ts';
import css from './model-summary.module.css';

/** How good the model is, in words first; the figures are one tap deeper. */
export function ModelSummary({ model }: { readonly model: ModelFacts }): ReactNode {
  const words = useWords();
  const losses = useHomebody((state) => state.lastLosses);
  const now = useNow();
  const { quality } = model;

  return (
    <div className={css['summary']}>
      {quality ? (
        <p className={css['verdict']}>
          <strong>{verdict(words.training, quality)}</strong> {words.training.betterAt}
        </p>
      ) : (
        <p>{words.training.notMeasured}</p>
      )}
      <p className={css['soft']}>
        {words.training.trained(model.trainMs, model.trainedAt, now, model.interactionCount, model.userCount)}
      </p>
      <details className={css['details']}>
        <summary>{words.training.figures}</summary>
        {quality && <QualityFigures quality={quality} />}
        {losses.length > 1 && <Sparkline values={losses} label={words.training.lossTrend(losses)} />}
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
      </details>
    </div>
  );
}

function verdict(words: Words['training'], quality: Quality): string {
  if (quality.popularityNdcgAt10 === 0) return words.popularityNever;
  const ratio = quality.ndcgAt10 / quality.popularityNdcgAt10;
  return ratio >= 1 ? words.better(ratio) : words.worse(ratio);
}
