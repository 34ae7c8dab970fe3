import type { ModelConfig } from '../../domain/settings.ts';
import type { FoldResult, ObjectiveMetric, PassPatience } from '../../domain/tuning.ts';
import { isHomeLost } from '../training/home-guard.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { hitRateAt, ndcgAt, recallAt } from '../evaluation/metrics.ts';
import { nothingHeldOut } from '../evaluation/full-ranking.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import type { FitReport, Recommender, RecommenderKind } from '../models/recommender.ts';
import { settingAt, withSetting } from '../models/settings.ts';
import { Pacer } from '../training/pacer.ts';
import type { FitSnapshot, TrainingRun } from '../training/training-run.ts';
import type { Fold } from './folds.ts';

/** Part of a fold's time that its training takes; only the progress depends on it. */
const FIT_PART = 0.8;

const METRICS = {
  ndcgAt10: [ndcgAt, 10],
  hitRateAt10: [hitRateAt, 10],
  recallAt20: [recallAt, 20],
  ndcgAt100: [ndcgAt, 100],
} as const satisfies Readonly<Record<ObjectiveMetric, unknown>>;

export interface FoldScoreArgs {
  readonly kind: RecommenderKind<never>;
  readonly config: ModelConfig;
  readonly home: KernelHome;
  readonly fold: Fold;
  readonly metric: ObjectiveMetric;
  readonly passes?: PassPatience | undefined;
  readonly run: TrainingRun;
  /** 0 … 1. */
  readonly onFraction: (fraction: number) => void;
}

/** Trains one config on one fold and ranks what is held out. `home`: where it ended. @throws as `fit` does. */
export async function scoreFold(
  args: FoldScoreArgs,
): Promise<{ readonly result: FoldResult; readonly home: KernelHome }> {
  const { fold, metric, onFraction } = args;
  if (fold.users.length === 0) throw nothingHeldOut();
  const run: TrainingRun = {
    ...args.run,
    onProgress: ({ fraction }) => onFraction(FIT_PART * fraction),
  };
  const { model, report } = await fitted({ ...args, run });
  try {
    let home = report.home ?? args.home;
    const measured = (): Promise<number> =>
      rankHeldOut(model, fold, metric, new Pacer(run), (part) =>
        onFraction(FIT_PART + (1 - FIT_PART) * part),
      );
    const score = await measured().catch(async (error: unknown) => {
      if (!isHomeLost(error) || !run.reopenHome) throw error;
      home = await run.reopenHome(home);
      model.moveTo(home);
      return measured();
    });
    return { result: { score, passes: report.losses.length }, home };
  } finally {
    model.release();
  }
}

type FitArgs = Pick<FoldScoreArgs, 'kind' | 'config' | 'home' | 'fold' | 'passes' | 'run'>;

interface Fitted {
  readonly model: Recommender;
  readonly report: FitReport;
}

/**
 * With `passes`, a training whose loss falls no more is stopped after that pass, and a model of just so many
 * passes takes its snapshot over: the contract has no other way to end a training early and keep it.
 */
async function fitted({ kind, config, home, fold, passes, run }: FitArgs): Promise<Fitted> {
  const stop = new AbortController();
  let settled: FitSnapshot | null = null;
  const watched: TrainingRun = passes
    ? {
        ...run,
        signal: AbortSignal.any([run.signal, stop.signal]),
        onSnapshot: (snapshot) => {
          if (
            !isSettled(snapshot.losses, passes) ||
            snapshot.epoch >= Number(settingAt(config, passes.setting))
          )
            return;
          settled ??= snapshot;
          stop.abort();
        },
      }
    : run;
  const fit = async (settings: ModelConfig, on: KernelHome, how: TrainingRun): Promise<Fitted> => {
    const model = kind.create(settings as Partial<never>, on);
    try {
      return { model, report: await model.fit(fold.train, how, fold.sequences) };
    } catch (error) {
      model.release();
      throw error;
    }
  };
  try {
    return await fit(config, home, watched);
  } catch (error) {
    const from = settled as FitSnapshot | null;
    const stopped = error instanceof HomebodyError && error.code === 'training/cancelled';
    if (!stopped || run.signal.aborted || !passes || !from) throw error;
    return fit(withSetting(config, passes.setting, from.epoch), home, { ...run, resumeFrom: from });
  }
}

/** Whether each of the last `patience` passes took less than `improvement` of the loss away. */
export function isSettled(losses: readonly number[], { patience, improvement }: PassPatience): boolean {
  if (losses.length <= patience) return false;
  return losses
    .slice(-patience)
    .every((loss, i) => loss > losses[losses.length - patience + i - 1]! * (1 - improvement));
}

/** Mean of the metric over the fold's users; all items compete but those of the user's training history. */
export async function rankHeldOut(
  model: Recommender,
  { train, users, heldOut }: Fold,
  metric: ObjectiveMetric,
  pacer: Pacer,
  onFraction: (fraction: number) => void,
): Promise<number> {
  const [measure, k] = METRICS[metric];
  let sum = 0;
  await pacer.slices(
    users.length,
    (user) => user * train.columnCount,
    async (begin, end) => {
      const some = users.slice(begin, end);
      const { items } = await model.recommend(some, k, itemListsOf(train, some));
      for (let q = 0; q < some.length; q++) {
        const wanted = heldOut.items.subarray(heldOut.offsets[begin + q], heldOut.offsets[begin + q + 1]);
        sum += measure(k, items.subarray(q * k, (q + 1) * k), new Set(wanted));
      }
      onFraction(end / users.length);
    },
  );
  return sum / users.length;
}
