import type { ReactNode } from 'react';
import { Fragment } from 'react';
import type { ModelFacts, Quality } from '../../domain/training.ts';
import { Sparkline } from '../parts/sparkline.tsx';
import { useNow } from '../parts/use-now.ts';
import type { Words } from '../words/en.ts';
import { useModelWords } from '../words/model-words.ts';
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
  const { training: words, formats } = useWords();
  const ofModel = useModelWords();
  const now = useNow();
  const { quality, losses, interactionCount, userCount } = model;
  const trend = losses.length > 1 && <Sparkline values={losses} label={words.lossTrend(losses)} />;

  const verdict = (
    <div className={css['verdict']}>
      {quality ? (
        <p>
          <strong>{verdictOf(words, quality)}</strong> {words.betterAt}
        </p>
      ) : (
        <p>{isOfLab(model) ? ofModel.notMeasured : words.notMeasured}</p>
      )}
      <p className={css['soft']}>
        {interactionCount === 0
          ? ofModel.trained(formats.ago(model.trainedAt, now))
          : words.trained(model.trainMs, model.trainedAt, now, interactionCount, userCount)}
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
  const ofModel = useModelWords();
  const { dim, epochs, seed } = model.config;
  const loss = model.losses.at(-1);
  const rows: readonly (readonly [string, string | null])[] = [
    [words.training.model, ofModel.name(model.name)],
    [words.training.loss, loss === undefined ? null : words.training.lossValue(loss)],
    [words.training.width, typeof dim === 'number' ? words.formats.number(dim) : null],
    // Some stop before all of them; some train ahead.
    [
      words.training.passes,
      typeof epochs === 'number' ? words.formats.number(model.losses.length || epochs) : null,
    ],
    [words.training.seed, typeof seed === 'number' ? String(seed) : null],
  ];
  return (
    <dl className={css['facts']}>
      {rows.map(
        ([name, value]) =>
          value !== null && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function verdictOf(words: Words['training'], quality: Quality): string {
  if (quality.popularityNdcgAt10 === 0) return words.popularityNever;
  const ratio = quality.ndcgAt10 / quality.popularityNdcgAt10;
  return ratio >= 1 ? words.better(ratio) : words.worse(ratio);
}

/** Made or brought in there, by its id: what the shop trains itself is measured where it can be. */
const isOfLab = ({ id }: ModelFacts): boolean => /-(lab|private)-/.test(id);
