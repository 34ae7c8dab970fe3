import type { HomeName, IalsConfig } from '../../../domain/training.ts';
import { entryCountOf } from '../../../engine/interactions/csr.ts';
import type { FullRankingMetrics } from '../../../engine/evaluation/full-ranking.ts';
import { evaluateFullRanking } from '../../../engine/evaluation/full-ranking.ts';
import type { SampledMetrics } from '../../../engine/evaluation/sampled-ranking.ts';
import { evaluateSampled } from '../../../engine/evaluation/sampled-ranking.ts';
import type { Recommender } from '../../../engine/models/recommender.ts';
import { Pacer } from '../../../engine/training/pacer.ts';
import type { KernelHome } from '../../../kernels/home.ts';
import type { ProgressLine } from '../../output/progress-line.ts';
import { peakMemoryBytes } from '../../peak-memory.ts';
import type { DataReport } from '../../read-data.ts';
import type { Terminal } from '../../terminal.ts';
import { trainingRun } from '../../training-run.ts';
import type { EvaluationSplit, Protocol } from './prepare-split.ts';

/** What `evaluate --json` prints, in this order. */
export interface EvaluationReport {
  readonly model: string;
  readonly config: IalsConfig | Readonly<Record<string, never>>;
  readonly home: HomeName;
  readonly threads: number;
  readonly protocol: Protocol;
  readonly data: DataReport;
  readonly users: number;
  readonly items: number;
  /** Pairs that were trained on. */
  readonly interactions: number;
  readonly heldOutUsers: number;
  readonly trainSeconds: number;
  /** Null for a model that has no epochs. */
  readonly secondsPerEpoch: number | null;
  readonly peakMemoryBytes: number;
  readonly seed: number;
  /** The held-out item among all items but the user's training history. */
  readonly metrics: FullRankingMetrics;
  /** The held-out item among the given negatives, last in a tie; only by the protocol `ncf`. */
  readonly sampledMetrics?: SampledMetrics;
}

export interface EvaluationArgs {
  readonly model: Recommender;
  /** Null for a model that has no settings. */
  readonly config: IalsConfig | null;
  readonly seed: number;
  readonly home: KernelHome;
  readonly protocol: Protocol;
  readonly data: DataReport;
  readonly split: EvaluationSplit;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
}

/** Trains on the training side, then ranks each held-out item. */
export async function runEvaluation(args: EvaluationArgs): Promise<EvaluationReport> {
  const { model, config, split, terminal, progress } = args;
  const run = trainingRun(terminal);
  const began = terminal.now();
  await model.fit(split.train, {
    ...run,
    onProgress: ({ epoch, fraction }) => {
      const passed = terminal.now() - began;
      const remaining = fraction > 0.02 ? (passed / fraction) * (1 - fraction) : Number.NaN;
      const epochs = config?.epochs ?? 1;
      progress.tell(`epoch ${Math.min(epoch + 1, epochs)} of ${epochs}`, fraction, remaining);
    },
  });
  const trainSeconds = (terminal.now() - began) / 1000;
  progress.phase('evaluating');
  const sampledMetrics = split.candidates && (await evaluateSampled(model, split.candidates, new Pacer(run)));
  const metrics = await evaluateFullRanking(model, split.train, split.heldOut, new Pacer(run));
  return {
    model: model.name,
    config: config ?? {},
    home: args.home.name,
    threads: args.home.threads,
    protocol: args.protocol,
    data: args.data,
    users: split.train.rowCount,
    items: split.train.columnCount,
    interactions: entryCountOf(split.train),
    heldOutUsers: split.heldOut.users.length,
    trainSeconds,
    secondsPerEpoch: config ? trainSeconds / config.epochs : null,
    peakMemoryBytes: peakMemoryBytes(),
    seed: args.seed,
    metrics,
    ...(sampledMetrics ? { sampledMetrics } : {}),
  };
}
