import type { InteractionColumns } from '../../domain/interactions.ts';
import { createRng } from '../../domain/rng.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { ModelFacts, Quality, TrainProgress } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { fingerprintOfLog } from '../checkpoint/fingerprint.ts';
import type { TrainingCheckpoint } from '../checkpoint/training-checkpoint.ts';
import type { Complements } from '../complements/complements.ts';
import type { EmbeddingMoment } from '../constellation/sender.ts';
import { findComplements } from '../complements/find-complements.ts';
import { evaluateFullRanking } from '../evaluation/full-ranking.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryCountOf } from '../interactions/csr.ts';
import type { Split } from '../interactions/leave-one-out.ts';
import { leaveOneOutSteps } from '../interactions/leave-one-out.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { sequenceSteps, withoutItems } from '../interactions/sequences.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender, RecommenderKind } from '../models/recommender.ts';
import { requireKnownSettings } from '../models/settings.ts';
import { throwIfCancelled } from './cancelled.ts';
import { isHomeLost } from './home-guard.ts';
import { Pacer } from './pacer.ts';
import { ProgressReporter } from './progress.ts';
import { inTurns } from './steps.ts';
import type { FitSnapshot, TrainingRun } from './training-run.ts';

export interface TrainModelArgs {
  readonly home: KernelHome;
  readonly log: InteractionColumns;
  readonly kind: RecommenderKind<object>;
  /** Some of its settings; the rest are its defaults. */
  readonly config: ModelConfig;
  /** Users whose last item is held out to measure the model; 0 for none. */
  readonly holdOutUsers: number;
  /** Stamps the model, ms since the epoch. */
  readonly trainedAt: number;
  readonly run: Pick<TrainingRun, 'now' | 'yieldTurn' | 'signal' | 'sliceMs' | 'reopenHome'>;
  readonly onProgress?: (progress: TrainProgress) => void;
  /** The unfinished training after each pass, to be stored at will. */
  readonly onCheckpoint?: (checkpoint: TrainingCheckpoint) => void;
  /** The item embeddings that the passes begin from, and after each pass. Cheap: it is part of the training. */
  readonly onEmbeddings?: (moment: EmbeddingMoment) => void;
  /** An unfinished training; gone on from when it is of this log and this config, else left alone. */
  readonly resumeFrom?: TrainingCheckpoint | null;
}

export interface TrainedModel {
  /** Owned by the caller, in the home where the training ended. */
  readonly model: Recommender;
  readonly popularity: Popularity;
  readonly complements: Complements;
  readonly facts: ModelFacts;
}

/**
 * Of the draw of users to hold out: the same for every model and its settings, so that their figures on one log can be
 * compared user by user.
 */
const HELD_OUT_SEED = 1;

/**
 * From a log to a model that can serve: interactions, held-out items, complements, the model, quality against
 * popularity. @throws 'training/no-data', 'training/cancelled', 'home/lost', 'argument/range', 'model/unsupported'
 */
export async function trainModel(args: TrainModelArgs): Promise<TrainedModel> {
  const { kind } = args;
  requireKnownSettings(kind.name, kind.settings, args.config);
  const config = kind.config(args.config) as ModelConfig;
  const epochs = epochsOf(config);
  const began = args.run.now();
  const pacer = new Pacer(args.run);
  const progress = new ProgressReporter(args.run.now, epochs, args.home.name, args.onProgress);
  progress.phase('preparing');
  const { train, sequences, split, complements } = await prepare(args, config, pacer);
  throwIfCancelled(args.run.signal);

  const logFingerprint = fingerprintOfLog(train);
  const resumed = resumable(args.resumeFrom, kind.name, config, logFingerprint);
  const spentBefore = resumed?.trainMs ?? 0;
  const model = kind.create(config, args.home);
  try {
    progress.passes(resumed?.snapshot);
    const popularity = new Popularity();
    popularity.count(train);
    const popular = (k: number): Int32Array => popularity.walk(k, new Set());
    const tell = ({ epoch, itemEmbeddings }: FitSnapshot): void => {
      const dim = itemEmbeddings.length / train.columnCount;
      args.onEmbeddings?.({ epoch, epochs, dim, itemEmbeddings, popular });
    };
    const run: TrainingRun = {
      ...args.run,
      ...(resumed ? { resumeFrom: resumed.snapshot } : {}),
      onProgress: (fit) => progress.fit(fit),
      onStart: tell,
      onSnapshot: (snapshot) => {
        tell(snapshot);
        const trainMs = spentBefore + args.run.now() - began;
        const { trainedAt } = args;
        args.onCheckpoint?.({ model: kind.name, config, logFingerprint, trainedAt, snapshot, trainMs });
      },
    };
    const fit = await model.fit(train, run, sequences ?? undefined);
    let home = fit.home ?? args.home;
    progress.phase('evaluating');
    const measured = async (): Promise<Quality | null> =>
      split ? measure(model, popularity, train, split, args.run) : null;
    const quality = await measured().catch(async (error: unknown) => {
      if (!isHomeLost(error) || !args.run.reopenHome) throw error;
      home = await args.run.reopenHome(home);
      model.moveTo(home);
      progress.moved(home.name);
      return measured();
    });
    progress.phase('saving');
    const facts: ModelFacts = {
      id: idOf(kind.name, config, args.trainedAt),
      name: kind.name,
      config,
      home: home.name,
      threads: home.threads,
      trainedAt: args.trainedAt,
      trainMs: spentBefore + args.run.now() - began,
      userCount: train.rowCount,
      itemCount: train.columnCount,
      interactionCount: entryCountOf(train),
      losses: fit.losses,
      quality,
    };
    return { model, popularity, complements, facts };
  } catch (error) {
    model.release();
    throw error;
  }
}

/** Passes of a training, those ahead of each half of NeuMF among them; a model that is solved at once has one. */
export function epochsOf({ epochs, pretrainEpochs }: ModelConfig): number {
  const ahead = typeof pretrainEpochs === 'number' ? 2 * pretrainEpochs : 0;
  return typeof epochs === 'number' ? epochs + ahead : 1;
}

function idOf(name: string, { seed }: ModelConfig, trainedAt: number): string {
  return [name, ...(typeof seed === 'number' ? [seed] : []), trainedAt.toString(36)].join('-');
}

interface Prepared {
  readonly train: Csr;
  /** For a model that learns from the order of events or goes by their times. */
  readonly sequences: Sequences | null;
  readonly split: Split | null;
  readonly complements: Complements;
}

/**
 * What has no seams in here is short at the size of the demo shop and grows with the log: the check of its
 * rows, running sums over rows, trimming copies, the draw of users, and the fingerprint. Measured in Node at 5
 * million events of 162,000 users, the fingerprint is 12 ms and the longest stretch between two turns 15 to 30 ms;
 * at 600,000 events of 12,000 users it is 14 ms at most.
 */
async function prepare(args: TrainModelArgs, config: ModelConfig, pacer: Pacer): Promise<Prepared> {
  const { kind, log, holdOutUsers } = args;
  const all = await buildCsrInTurns(log, pacer);
  await pacer.breathe();
  const rng = createRng(HELD_OUT_SEED).fork('held-out users');
  const drawn =
    holdOutUsers > 0
      ? await inTurns(leaveOneOutSteps(log, all, { maxUsers: holdOutUsers, rng }), pacer)
      : null;
  const split = drawn && drawn.users.length > 0 ? drawn : null;
  await pacer.breathe();
  const readsEvents = kind.learnsOrder || (kind.readsEvents?.(config) ?? false);
  let sequences = readsEvents ? await inTurns(sequenceSteps(log), pacer) : null;
  if (sequences && split)
    sequences = await inTurns(withoutItems(sequences, split.users, split.heldOut), pacer);
  await pacer.breathe();
  return { train: split?.train ?? all, sequences, split, complements: await findComplements(log, pacer) };
}

/** The checkpoint, if going on from it leads to what a training from the start would have led to. */
function resumable(
  checkpoint: TrainingCheckpoint | null | undefined,
  model: string,
  config: ModelConfig,
  logFingerprint: string,
): TrainingCheckpoint | null {
  if (checkpoint?.model !== model || checkpoint.logFingerprint !== logFingerprint) return null;
  return Object.keys(config).every((field) => checkpoint.config[field] === config[field]) ? checkpoint : null;
}

async function measure(
  model: Recommender,
  popularity: Recommender,
  train: Csr,
  split: Split,
  run: TrainModelArgs['run'],
): Promise<Quality> {
  const ours = await evaluateFullRanking(model, train, split, new Pacer(run));
  const theirs = await evaluateFullRanking(popularity, train, split, new Pacer(run));
  return {
    protocol: 'leave-one-out, full ranking, history filtered',
    heldOutUsers: split.users.length,
    ndcgAt10: ours.ndcgAt10,
    hitRateAt10: ours.hitRateAt10,
    popularityNdcgAt10: theirs.ndcgAt10,
    popularityHitRateAt10: theirs.hitRateAt10,
  };
}
