import type { Settings, StudyPlan, StudyProgress, StudyState, Trial } from '../../domain/tuning.ts';
import { STUDY_FORMAT, STUDY_VERSION } from '../../domain/tuning.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { RecommenderKind } from '../models/recommender.ts';
import { configOf } from '../models/settings.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { isDiverged } from '../training/diverged.ts';
import { Pacer } from '../training/pacer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { scoreFold } from './fold-score.ts';
import type { Folds } from './folds.ts';
import { foldsOf } from './folds.ts';
import type { PauseGate } from './pause-gate.ts';
import { bestOf, Schedule } from './schedule.ts';
import { BudgetSpent, StudyClock } from './study-clock.ts';
import { checkPlan } from './study-plan.ts';
import { StudyReporter } from './study-progress.ts';
import { canonical, damaged, isFinished, readStudy } from './study-state.ts';

export interface StudyArgs<Config> {
  readonly kind: RecommenderKind<Config>;
  readonly home: KernelHome;
  readonly log: InteractionColumns;
  readonly plan: StudyPlan;
  readonly run: Pick<TrainingRun, 'now' | 'yieldTurn' | 'signal' | 'sliceMs' | 'reopenHome'>;
  /** Of the whole study, with what it spent before an interruption, ms. It may only cut off its end. Default Infinity. */
  readonly budgetMs?: number;
  readonly gate?: PauseGate;
  /** A `StudyState` that was stored, not yet checked; null or absent to begin anew. */
  readonly resumeFrom?: unknown;
  readonly onProgress?: (progress: StudyProgress) => void;
  /** After each finished fold; the study goes on when it resolves. */
  readonly onState?: (state: StudyState) => void | Promise<void>;
}

export interface StudyResult {
  readonly state: StudyState;
  /** Null where the time was over before a trial was finished. */
  readonly best: BestTrial | null;
  readonly ended: 'complete' | 'patience' | 'budget';
}

export interface BestTrial {
  readonly trial: Trial;
  /** What the model makes of the plan's settings and the trial's: its whole config. */
  readonly config: unknown;
}

/**
 * Tries configs one after the other, each on all folds, and keeps what it found after every fold. Plan and
 * data decide the order and the scores; the clock can only end it. A trial that diverges has failed, and the next one
 * has its turn.
 * @throws 'argument/range' naming the setting, before anything is trained; 'checkpoint/format', '…/version'
 * and '…/mismatch' for a stored study that does not fit; 'training/no-data', 'training/cancelled', 'home/lost'
 */
export async function runStudy<Config>(args: StudyArgs<Config>): Promise<StudyResult> {
  const { plan, budgetMs = Infinity } = args;
  checkPlan(plan);
  const schedule = new Schedule(plan);
  checkSettings(args, schedule);
  const folds = await foldsOf(args.log, plan.validation, plan.seed, new Pacer(args.run));
  const before = stateBefore(args, schedule, folds);
  const clock = new StudyClock(args.run.now, before.spentMs, budgetMs);
  const reporter = new StudyReporter(schedule, folds.count, clock, args.onProgress);
  const finished = before.trials.filter((trial) => isFinished(trial, folds.count));
  let running = before.trials[finished.length] ?? null;
  let home = args.home;
  let state = before;
  try {
    for (;;) {
      const trial: Trial | null = running ?? schedule.next(finished);
      if (!trial) break;
      const run = clock.limit(args.run, args.gate);
      await run.yieldTurn();
      throwIfCancelled(run.signal);
      const fold = await folds.fold(trial.folds.length);
      const scored = await unlessDiverged(
        scoreFold({
          kind: args.kind as RecommenderKind<never>,
          config: configOf({ ...plan.config, ...trial.settings }),
          home,
          fold,
          metric: plan.metric,
          passes: plan.passes,
          run,
          onFraction: (fraction) => reporter.tell(finished, trial, fraction),
        }),
      );
      if (scored) home = scored.home;
      const grown: Trial = scored
        ? { ...trial, folds: [...trial.folds, scored.result] }
        : { ...trial, failed: 'diverged' };
      state = { ...before, trials: [...finished, grown], spentMs: clock.spentMs };
      running = isFinished(grown, folds.count) ? null : grown;
      if (!running) finished.push(grown);
      await args.onState?.(state);
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { state, best: bestIn(args, finished, folds.count), ended: 'budget' };
  }
  const ended = schedule.outOfPatience(finished) ? 'patience' : 'complete';
  return { state, best: bestIn(args, finished, folds.count), ended };
}

/** Null where it ends with 'training/diverged'. */
async function unlessDiverged<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isDiverged(error)) return null;
    throw error;
  }
}

function stateBefore<Config>(args: StudyArgs<Config>, schedule: Schedule, folds: Folds): StudyState {
  const { plan, resumeFrom } = args;
  if (resumeFrom !== undefined && resumeFrom !== null) {
    const state = readStudy(resumeFrom, plan, folds.fingerprint);
    state.trials.forEach(({ rung, settings }, i) => {
      const expected = schedule.next(state.trials.slice(0, i));
      if (expected?.rung === rung && canonical(expected.settings) === canonical(settings)) return;
      throw damaged(`Trial ${i + 1} of the study is not the one that its plan has there.`);
    });
    return state;
  }
  return {
    format: STUDY_FORMAT,
    version: STUDY_VERSION,
    plan,
    dataFingerprint: folds.fingerprint,
    trials: [],
    spentMs: 0,
  };
}

/** Creates each model of the first and the last rung once, which checks its settings and costs nothing yet. */
function checkSettings<Config>(args: StudyArgs<Config>, schedule: Schedule): void {
  const { plan } = args;
  // A model may carry a setting that it does not know along without a word.
  const names = args.kind.settings.map(({ field }) => field);
  const check = (field: string): void => {
    if (names.includes(field)) return;
    throw new HomebodyError('argument/range', `${plan.model} has no setting ${field}.`, {
      detail: { field, range: names.length > 0 ? `one of ${names.join(', ')}` : 'absent' },
    });
  };
  if (plan.passes) check(plan.passes.setting);
  for (const settings of schedule.extremes) {
    const given = { ...plan.config, ...settings };
    Object.keys(given).forEach(check);
    wholeConfig(args, given);
  }
}

function bestIn<Config>(
  args: StudyArgs<Config>,
  finished: readonly Trial[],
  foldCount: number,
): BestTrial | null {
  const trial = bestOf(finished, foldCount);
  return trial && { trial, config: wholeConfig(args, { ...args.plan.config, ...trial.settings }) };
}

function wholeConfig<Config>({ kind, home }: StudyArgs<Config>, settings: Settings): unknown {
  const model = kind.create(configOf(settings) as Partial<Config>, home);
  const { config } = model;
  model.release();
  return config;
}
