import type { ReactNode } from 'react';
import type { ValidationPoint } from '../../../domain/lab.ts';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import { modelColour } from '../model-colour.ts';
import { Plot } from '../plot/plot.tsx';
import css from './learning-curves.module.css';

export interface LearningCurvesProps {
  readonly model: string;
  readonly losses: readonly number[];
  readonly validation: readonly ValidationPoint[];
  /** Passes there will be. */
  readonly epochs: number;
  /** Nothing is to come any more: a curve that has nothing is left out. */
  readonly done?: boolean;
}

/** How wrong it is on what it learns from, and how right on what it has not seen, pass by pass. */
export function LearningCurves({
  model,
  losses,
  validation,
  epochs,
  done = false,
}: LearningCurvesProps): ReactNode {
  const words = useLabWords();
  const { number } = useWords().formats;
  const passes = { name: words.curves.pass, kind: 'linear', format: number, holds: [1, epochs] } as const;
  const colour = modelColour(model);
  const loss = words.curves.lossSummary(losses);
  return (
    <div className={css['curves']}>
      {!(done && losses.length < 2) && (
        <Plot
          title={words.curves.loss}
          summary={loss}
          x={passes}
          y={{ name: words.curves.loss, kind: 'linear', format: words.lf.value }}
          series={[{ name: words.curves.loss, colour, points: losses.map((value, i) => [i + 1, value]) }]}
        />
      )}
      {!(done && validation.length < 2) && (
        <Plot
          title={words.curves.validation}
          summary={words.curves.validationSummary(validation)}
          x={passes}
          y={{
            name: words.metrics.ndcgAt10.name,
            kind: 'linear',
            format: words.figure,
            tick: words.lf.value,
          }}
          series={[
            {
              name: words.metrics.ndcgAt10.name,
              colour,
              points: validation.map(({ epoch, ndcgAt10 }) => [epoch, ndcgAt10]),
            },
          ]}
        />
      )}
    </div>
  );
}
