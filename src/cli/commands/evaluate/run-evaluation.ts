import type { UserMetric } from '../../../domain/evaluation.ts';
import { USER_METRICS } from '../../../domain/evaluation.ts';
import type { ItemFacts } from '../../../domain/interactions.ts';
import { createRng } from '../../../domain/rng.ts';
import type { Rng } from '../../../domain/rng.ts';
import type { Columns } from '../../../engine/evaluation/figures.ts';
import { comparisonSteps, intervalSteps, meansOf, pooled } from '../../../engine/evaluation/figures.ts';
import type { PartFigures } from '../../../engine/evaluation/rank-part.ts';
import { rankPart } from '../../../engine/evaluation/rank-part.ts';
import type { SampledFigures } from '../../../engine/evaluation/sampled-ranking.ts';
import { rankAmongNegatives } from '../../../engine/evaluation/sampled-ranking.ts';
import type { EvaluationPart } from '../../../engine/evaluation/splits/evaluation-part.ts';
import type { PartMaker } from '../../../engine/evaluation/splits/part-makers.ts';
import type { Csr } from '../../../engine/interactions/csr.ts';
import { entryCountOf } from '../../../engine/interactions/csr.ts';
import type { Recommender } from '../../../engine/models/recommender.ts';
import { privateKind } from '../../../engine/privacy/private-kinds.ts';
import { Pacer } from '../../../engine/training/pacer.ts';
import { inTurns } from '../../../engine/training/steps.ts';
import type { FitProgress } from '../../../engine/training/training-run.ts';
import type { KernelHome } from '../../../kernels/home.ts';
import type { ModelChoice } from '../../arguments/model-options.ts';
import type { ProgressLine } from '../../output/progress-line.ts';
import { peakMemoryBytes } from '../../peak-memory.ts';
import type { Terminal } from '../../terminal.ts';
import { trainingRun } from '../../training-run.ts';
import type { CurvePoint, EvaluationReport } from './evaluation-report.ts';
import type { PrivateChoice } from './read-privacy.ts';
import { privacyReport } from './read-privacy.ts';

export interface EvaluationArgs {
  readonly choices: readonly ModelChoice[];
  /** How the one model is learnt under differential privacy; null: it is not. */
  readonly privacy: PrivateChoice | null;
  /** Emptied as it is worked off, so that the log is let go of before the last training. */
  readonly makers: PartMaker[];
  readonly home: KernelHome;
  /** Of all chance that is not a model's own. */
  readonly seed: number;
  readonly auc: boolean;
  readonly facts: ItemFacts;
  /** What is the same in the report of every model. */
  readonly common: Pick<EvaluationReport, 'protocol' | 'protocolText' | 'data' | 'warning'>;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
}

/** What one model did in all parts. */
interface Trial {
  readonly choice: ModelChoice;
  readonly parts: PartFigures[];
  sampled: SampledFigures | null;
  trainSeconds: number;
  interactions: number;
  /** Of the first part. */
  readonly curve: CurvePoint[];
}

/** Trains every model on every part, ranks each held-out item, and compares each model with the first. */
export async function runEvaluation(args: EvaluationArgs): Promise<readonly EvaluationReport[]> {
  const { choices, makers, terminal, progress } = args;
  const pacer = new Pacer(trainingRun(terminal));
  const trials = choices.map((choice): Trial => {
    const config = { ...choice.config, ...args.privacy?.config };
    return {
      choice: { ...choice, config },
      parts: [],
      sampled: null,
      trainSeconds: 0,
      interactions: 0,
      curve: [],
    };
  });
  let size = { users: 0, items: 0 };
  while (makers.length > 0) {
    const part = await inTurns(makers.shift()!(), pacer);
    size = { users: part.train.rowCount, items: part.train.columnCount };
    for (const trial of trials) await tryModel(args, trial, part);
  }
  progress.phase('comparing');
  const [first] = trials.map((trial) => measured(trial.parts));
  const reports: EvaluationReport[] = [];
  for (const trial of trials) reports.push(await report(args, trial, trials[0]!, first!, size, pacer));
  return reports;
}

async function tryModel(args: EvaluationArgs, trial: Trial, part: EvaluationPart): Promise<void> {
  const { kind } = trial.choice;
  const { terminal, progress } = args;
  const label = args.choices.length > 1 ? `${kind.name}: ` : '';
  const began = terminal.now();
  const model = await (args.privacy
    ? fitPrivately(args, args.privacy, trial, part.train)
    : fit(args, trial, part, label));
  try {
    trial.trainSeconds += (terminal.now() - began) / 1000;
    trial.interactions += entryCountOf(part.train);
    progress.phase(`${label}evaluating`);
    const pacer = new Pacer(trainingRun(terminal));
    if (part.candidates) trial.sampled = await rankAmongNegatives(model, part.candidates, pacer);
    trial.parts.push(await rankPart(model, part, { auc: args.auc, facts: args.facts }, pacer));
  } finally {
    model.release();
  }
}

async function fit(
  { terminal, progress, home }: EvaluationArgs,
  { choice: { kind, config }, parts, curve }: Trial,
  part: EvaluationPart,
  label: string,
): Promise<Recommender> {
  const model = kind.create(config, home);
  const epochs = epochsOf(config) ?? 1;
  const began = terminal.now();
  const onProgress = ({ epoch, fraction, losses, validations }: FitProgress): void => {
    if (parts.length === 0 && losses.length > curve.length) {
      const done = losses.length;
      const validation = validations?.[done - 1];
      curve.push({
        epoch: done,
        seconds: (terminal.now() - began) / 1000,
        loss: losses[done - 1]!,
        ...(validation === undefined ? {} : { validationNdcgAt10: validation }),
      });
    }
    const remaining = fraction > 0.02 ? ((terminal.now() - began) / fraction) * (1 - fraction) : Number.NaN;
    progress.tell(`${label}epoch ${Math.min(epoch + 1, epochs)} of ${epochs}`, fraction, remaining);
  };
  try {
    await model.fit(part.train, { ...trainingRun(terminal), onProgress }, part.sequences);
    return model;
  } catch (error) {
    model.release();
    throw error;
  }
}

/** The noise is seeded: the table is measured here and not handed on. */
function fitPrivately(
  args: EvaluationArgs,
  privacy: PrivateChoice,
  trial: Trial,
  train: Csr,
): Promise<Recommender> {
  const { claim } = privacy;
  const { kind, config } = trial.choice;
  const rng = createRng(typeof config['seed'] === 'number' ? config['seed'] : args.seed);
  const pacer = new Pacer(trainingRun(args.terminal));
  const options = {
    noiseMultiplier: claim.mechanism.noiseMultiplier,
    noise: rng.fork('privacy-noise'),
    sample: rng.fork('sample'),
    start: rng.fork('start'),
  };
  args.progress.phase('learning the item table under differential privacy');
  return privateKind(kind.name)!.train(train, config, options, args.home, pacer);
}

interface Measured {
  readonly whole: PartFigures;
  /** The columns in which anybody has a value. */
  readonly columns: Columns<UserMetric>;
}

function measured(parts: readonly PartFigures[]): Measured {
  const whole = pooled(parts);
  const names = USER_METRICS.filter((name) => whole.values[name].some((value) => !Number.isNaN(value)));
  const columns = Object.fromEntries(names.map((name) => [name, whole.values[name]])) as Columns<UserMetric>;
  return { whole, columns };
}

async function report(
  args: EvaluationArgs,
  trial: Trial,
  firstTrial: Trial,
  first: Measured,
  size: { readonly users: number; readonly items: number },
  pacer: Pacer,
): Promise<EvaluationReport> {
  const { config, kind } = trial.choice;
  const { whole, columns } = measured(trial.parts);
  const rng = createRng(args.seed).fork('statistics');
  const epochs = epochsOf(config);
  const { warning, ...common } = args.common;
  const { coverageAt10, giniAt10 } = whole;
  const { sampled } = trial;
  const own = config['seed'];
  return {
    model: kind.name,
    config,
    home: args.home.name,
    threads: args.home.threads,
    protocol: common.protocol,
    data: common.data,
    ...size,
    ...(args.privacy ? { privacy: privacyReport(args.privacy.claim) } : {}),
    interactions: Math.round(trial.interactions / trial.parts.length),
    heldOutUsers: whole.users.length,
    trainSeconds: trial.trainSeconds,
    secondsPerEpoch: epochs === null ? null : trial.trainSeconds / (epochs * trial.parts.length),
    ...(trial.curve.length > 0 ? { curve: trial.curve } : {}),
    peakMemoryBytes: peakMemoryBytes(),
    seed: typeof own === 'number' ? own : args.seed,
    protocolText: common.protocolText,
    parts: trial.parts.length,
    ...(warning === undefined ? {} : { warning }),
    metrics: { ...meansOf(columns), coverageAt10, giniAt10 },
    intervals: await inTurns(intervalSteps(columns, rng), pacer),
    ...(trial === firstTrial
      ? {}
      : { comparison: await comparison(trial, columns, firstTrial, first.columns, rng, pacer) }),
    ...(sampled
      ? { sampledIntervals: await inTurns(intervalSteps(sampled, rng.fork('sampled')), pacer) }
      : {}),
    ...(sampled ? { sampledMetrics: meansOf(sampled) } : {}),
  };
}

async function comparison(
  trial: Trial,
  columns: Columns<UserMetric>,
  firstTrial: Trial,
  first: Columns<UserMetric>,
  rng: Rng,
  pacer: Pacer,
): Promise<NonNullable<EvaluationReport['comparison']>> {
  const names = USER_METRICS.filter((name) => name in columns && name in first);
  const shared = Object.fromEntries(names.map((name) => [name, columns[name]])) as Columns<UserMetric>;
  const metrics = await inTurns(comparisonSteps(shared, first, rng), pacer);
  const [ours, theirs] = [trial.sampled, firstTrial.sampled];
  if (!ours || !theirs) return { with: firstTrial.choice.kind.name, metrics };
  const sampledMetrics = await inTurns(comparisonSteps(ours, theirs, rng.fork('sampled')), pacer);
  return { with: firstTrial.choice.kind.name, metrics, sampledMetrics };
}

/** Passes of a model that has any. */
function epochsOf(config: Readonly<Record<string, unknown>>): number | null {
  const { epochs } = config;
  return typeof epochs === 'number' ? epochs : null;
}
