import type { Settings, StudyPlan, Trial } from '../../../domain/tuning.ts';
import type { StudyResult } from '../../../engine/tuning/run-study.ts';
import { foldCountOf } from '../../../engine/tuning/study-plan.ts';
import { deviationOf, isFinished, scoreOf } from '../../../engine/tuning/study-state.ts';
import { duration } from '../../output/progress-line.ts';
import { settingsText } from '../../output/settings-text.ts';
import { table } from '../../output/table.ts';
import type { DataReport } from '../../read-data.ts';
import { dataText } from '../../read-data.ts';

const SHOWN = 10;

export interface TrialReport {
  readonly rung: number;
  readonly settings: Settings;
  /** Mean of the folds; null where it failed. */
  readonly score: number | null;
  /** Standard deviation of the folds; null for a single one. */
  readonly deviation: number | null;
  /** Of each fold. */
  readonly scores: readonly number[];
  readonly passes: readonly number[];
  /** Absent for a trial that did not fail. */
  readonly failed?: 'diverged';
}

/** What `tune --json` prints, in this order. */
export interface TuneReport {
  readonly model: string;
  readonly search: StudyPlan['search'];
  readonly validation: StudyPlan['validation'];
  readonly metric: StudyPlan['metric'];
  readonly home: string;
  readonly threads: number;
  readonly data: DataReport;
  readonly seed: number;
  readonly ended: StudyResult['ended'];
  /** Of the whole study, with what it spent before an interruption. */
  readonly spentSeconds: number;
  readonly peakMemoryBytes: number;
  /** The whole config, ready for `train`; null where no trial was finished. */
  readonly best: (TrialReport & { readonly config: unknown }) | null;
  /** Finished trials, in the order in which they ran. */
  readonly trials: readonly TrialReport[];
  /** The study's file; null without one. */
  readonly study: string | null;
}

export function trialsOf({ state, best }: StudyResult): Pick<TuneReport, 'best' | 'trials'> {
  const finished = state.trials.filter((trial) => isFinished(trial, foldCountOf(state.plan)));
  return {
    best: best && { ...trialReport(best.trial), config: best.config },
    trials: finished.map(trialReport),
  };
}

function trialReport(trial: Trial): TrialReport {
  const deviation = deviationOf(trial);
  return {
    rung: trial.rung,
    settings: trial.settings,
    score: trial.failed ? null : scoreOf(trial),
    deviation: Number.isNaN(deviation) ? null : deviation,
    scores: trial.folds.map(({ score }) => score),
    passes: trial.folds.map(({ passes }) => passes),
    ...(trial.failed ? { failed: trial.failed } : {}),
  };
}

export function tuneText(report: TuneReport): string {
  const { validation, best, trials, ended } = report;
  const how =
    validation.kind === 'folds'
      ? `mean ± standard deviation of ${validation.folds} folds, all items but the history compete`
      : 'the last item of each user among all items but the history';
  const head = table([
    ['Model', report.model],
    ['Data', dataText(report.data)],
    ['Measure', `${report.metric}, ${how}`],
    ['Search', `${report.search.kind}, ${trials.length} trials in ${duration(1000 * report.spentSeconds)}`],
    ...(ended === 'complete' ? [] : [['', ENDED[ended]]]),
    [
      'Best',
      best
        ? settingsText(best.config as object)
        : trials.length > 0
          ? 'every trial diverged'
          : 'no trial was finished',
    ],
  ]);
  const ranked = trials
    .toSorted((a, b) => b.rung - a.rung || (b.score ?? -1) - (a.score ?? -1))
    .slice(0, SHOWN);
  const rows = ranked.map((trial) => [scoreText(trial), settingsText(trial.settings)]);
  return rows.length === 0 ? head : `${head}\n${table([[report.metric, 'settings'], ...rows])}`;
}

const ENDED = {
  patience: 'ended by --patience',
  budget: 'the time was over before all trials were; with --study, more --seconds go on from here',
} as const;

const scoreText = ({ score, deviation }: TrialReport): string =>
  score === null
    ? 'diverged'
    : deviation === null
      ? score.toFixed(4)
      : `${score.toFixed(4)} ± ${deviation.toFixed(4)}`;
