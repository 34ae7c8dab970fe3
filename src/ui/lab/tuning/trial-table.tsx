import type { ReactNode } from 'react';
import type { LabStudy } from '../../../domain/lab.ts';
import type { Trial } from '../../../domain/tuning.ts';
import { useWords } from '../../words/words-context.tsx';
import { useLabWords } from '../lab-context.tsx';
import css from './trial-table.module.css';

/** Each config that was tried, in the order of trying, with what it reached. */
export function TrialTable({ study }: { readonly study: LabStudy }): ReactNode {
  const words = useLabWords();
  const { number } = useWords().formats;
  const { plan, trials, best } = study;
  const fields = Object.keys(plan.space).toSorted();
  const folds = plan.validation.kind === 'folds' ? plan.validation.folds : 1;
  const rungs = plan.search.kind === 'halving';
  const metric = words.metrics[plan.metric].name;
  const top = Math.max(...trials.map((trial) => meanScore(trial) ?? 0), Number.MIN_VALUE);
  return (
    // It scrolls within itself where it is wider than the page, and so must be reached by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['scroll']} tabIndex={0} role="group" aria-label={words.tuning.trials}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{words.tuning.trial}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {words.settings.name(field)}
              </th>
            ))}
            {rungs && <th scope="col">{words.tuning.passes}</th>}
            <th scope="col">{metric}</th>
            <th scope="col">{words.tuning.foldsDone}</th>
          </tr>
        </thead>
        <tbody>
          {trials.map((trial, i) => {
            const score = meanScore(trial);
            const isBest = best !== null && sameTrial(trial, best.trial);
            return (
              <tr
                key={`${trial.rung} ${JSON.stringify(trial.settings)}`}
                className={isBest ? css['best'] : undefined}
              >
                <th scope="row">{number(i + 1)}</th>
                {fields.map((field) => (
                  <td key={field}>{words.settingValue(trial.settings[field])}</td>
                ))}
                {rungs && (
                  <td>
                    {words.settingValue(
                      plan.search.kind === 'halving' ? trial.settings[plan.search.resource] : undefined,
                    )}
                  </td>
                )}
                <td>
                  <div className={css['score']}>
                    <span>
                      {trial.failed
                        ? words.tuning.diverged
                        : score === null
                          ? words.plot.nothing
                          : words.figure(score)}
                    </span>
                    <div className={css['track']} aria-hidden>
                      <div className={css['bar']} style={{ width: `${((score ?? 0) / top) * 100}%` }} />
                    </div>
                    {isBest && <span className={css['sign']}>{words.tuning.isBest}</span>}
                  </div>
                </td>
                <td>{words.tuning.ofFolds(trial.folds.length, folds)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Over the folds that are done; null before the first, and where it failed. */
function meanScore({ folds, failed }: Trial): number | null {
  return failed || folds.length === 0
    ? null
    : folds.reduce((sum, { score }) => sum + score, 0) / folds.length;
}

const sameTrial = (one: Trial, other: Trial): boolean =>
  one.rung === other.rung && JSON.stringify(one.settings) === JSON.stringify(other.settings);
