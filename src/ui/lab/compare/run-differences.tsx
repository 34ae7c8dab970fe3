import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { USER_METRICS } from '../../../domain/evaluation.ts';
import type { UserMetric } from '../../../domain/evaluation.ts';
import type { LabRun, RunComparison } from '../../../domain/lab.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useLabActions, useLabWords } from '../lab-context.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { DifferenceBar } from './difference-bar.tsx';
import css from './run-differences.module.css';

const NONE = { fraction: 0, remainingMs: Number.NaN };

/** How two runs differ on the users whom both were asked for: a sentence, then each metric. */
export function RunDifferences({ a, b }: { readonly a: LabRun; readonly b: LabRun }): ReactNode {
  const words = useLabWords();
  const actions = useLabActions();
  const [again, setAgain] = useState(0);
  const [progress, setProgress] = useState(NONE);
  const { value, error, pending } = useAnswer(`${a.id} ${b.id} ${again}`, () => {
    const began = performance.now();
    setProgress(NONE);
    return actions.compare(a.id, b.id, (fraction) => {
      const remainingMs = ((performance.now() - began) * (1 - fraction)) / fraction;
      setProgress({ fraction, remainingMs });
    });
  });
  // Nobody waits for it any more.
  useEffect(() => () => void actions.stopComparing(), [actions]);
  const left = words.progress.left(progress.remainingMs);
  return (
    <Panel title={words.compare.differences}>
      <div className={css['differences']} aria-busy={pending}>
        {error?.code === 'lab/not-comparable' ? (
          <Notice tone="ember">
            <p>{words.compare.notComparable(error.detail['differs'])}</p>
          </Notice>
        ) : (
          error && error.code !== 'training/cancelled' && <ErrorNotice error={error} />
        )}
        {error?.code === 'training/cancelled' && (
          <Button className={css['again']} onClick={() => setAgain((before) => before + 1)}>
            {words.compare.again}
          </Button>
        )}
        {pending && (
          <div className={css['progress']}>
            <p className={css['line']} role="status">
              <span>{words.compare.comparing}</span>
              <span className={css['soft']}>{left}</span>
            </p>
            <ProgressBar
              label={words.compare.comparing}
              fraction={progress.fraction}
              text={[words.progress.percent(progress.fraction), left].join(' ').trim()}
            />
            <Button onClick={() => void actions.stopComparing()}>{words.progress.cancel}</Button>
          </div>
        )}
        {value ? (
          <Differences a={a} b={b} comparison={value} stale={pending} />
        ) : (
          pending && <div className={css['waiting']} />
        )}
      </div>
    </Panel>
  );
}

interface DifferencesProps {
  readonly a: LabRun;
  readonly b: LabRun;
  readonly comparison: RunComparison;
  readonly stale: boolean;
}

function Differences({ a, b, comparison, stale }: DifferencesProps): ReactNode {
  const words = useLabWords();
  const [nameA, nameB] = words.twoNames(a, b);
  const metrics = USER_METRICS.flatMap((metric) => {
    const found = comparison.metrics[metric];
    return found && Number.isFinite(found.difference) ? [{ metric, found }] : [];
  });
  const main = comparison.metrics.ndcgAt10;
  return (
    <div className={[css['body'], stale && css['stale']].filter(Boolean).join(' ')}>
      {main && <p className={css['verdict']}>{words.compare.verdict(nameA, nameB, main)}</p>}
      <p className={css['soft']}>{words.compare.on(comparison.users)}</p>
      <div className={css['names']} aria-hidden>
        <span />
        <span>{nameA}</span>
        <span>{nameB}</span>
        <span>{words.compare.minus(nameA, nameB)}</span>
      </div>
      <ul className={css['metrics']} aria-label={words.compare.differences}>
        {metrics.map(({ metric, found }) => (
          <li key={metric} className={css['metric']}>
            <div className={css['name']}>
              <span>{words.metrics[metric].name}</span>
              <span className={css['soft']}>{words.metrics[metric].what}</span>
            </div>
            <Value name={nameA} value={valueOf(a, metric)} />
            <Value name={nameB} value={valueOf(b, metric)} />
            <div className={css['difference']}>
              <DifferenceBar comparison={found} beside={largerOf(a, b, metric)} />
              <p className={css['soft']}>{words.compare.sentence(found, largerOf(a, b, metric))}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: number | undefined }): ReactNode {
  const words = useLabWords();
  return (
    <div className={css['value']}>
      <span className={css['whose']}>{name}</span>
      {value === undefined ? words.plot.nothing : words.figure(value)}
    </div>
  );
}

const valueOf = (run: LabRun, metric: UserMetric): number | undefined => run.metrics[metric];
const largerOf = (a: LabRun, b: LabRun, metric: UserMetric): number =>
  Math.max(Math.abs(valueOf(a, metric) ?? 0), Math.abs(valueOf(b, metric) ?? 0));
