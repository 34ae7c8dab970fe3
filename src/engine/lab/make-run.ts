import type { InteractionColumns, ItemFacts } from '../../domain/interactions.ts';
import type { LabProtocol, LabRun, RunProgress } from '../../domain/lab.ts';
import { createRng } from '../../domain/rng.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { ModelFacts } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { fingerprintOf } from '../checkpoint/fingerprint.ts';
import { encodeModel } from '../checkpoint/model-checkpoint.ts';
import { findComplements } from '../complements/find-complements.ts';
import { pooled } from '../evaluation/figures.ts';
import { protocolText, protocolWarning } from '../evaluation/protocol.ts';
import type { PartFigures } from '../evaluation/rank-part.ts';
import { rankPart } from '../evaluation/rank-part.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import { partMakers } from '../evaluation/splits/part-makers.ts';
import { meanOf } from '../evaluation/statistics.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryCountOf } from '../interactions/csr.ts';
import { sequenceSteps } from '../interactions/sequences.ts';
import { Popularity } from '../models/popularity.ts';
import type { RecommenderKind } from '../models/recommender.ts';
import { requireKnownSettings } from '../models/settings.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { epochsOf } from '../training/train-model.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { FittedPart } from './part-trainer.ts';
import { PartTrainer } from './part-trainer.ts';
import { logFingerprintSteps, splitFingerprint } from './fingerprints.ts';
import { encodeFigures, figureSteps } from './run-figures.ts';
import { RunReporter } from './run-reporter.ts';
import { ValidationCurve } from './validation-curve.ts';

export interface MakeRunArgs {
  readonly kind: RecommenderKind<object>;
  /** Some of its settings; the rest are its defaults. */
  readonly config: ModelConfig;
  readonly protocol: LabProtocol;
  readonly seed: number;
  readonly log: InteractionColumns;
  readonly itemFacts: ItemFacts;
  readonly home: KernelHome;
  readonly run: Pick<TrainingRun, 'now' | 'yieldTurn' | 'signal' | 'sliceMs' | 'reopenHome'>;
  /** Stamps the run, ms since the epoch. */
  readonly at: number;
  readonly onProgress: (progress: RunProgress) => void;
}

/** A run that can be stored. */
export interface MadeRun {
  readonly run: Omit<LabRun, 'id' | 'catalogue' | 'origin' | 'modelBytes'>;
  /** `ModelCheckpoint`, with the users of the log. */
  readonly model: Uint8Array<ArrayBuffer>;
  /** See `encodeFigures`. */
  readonly figures: Uint8Array<ArrayBuffer>;
}

/**
 * Trains a model on each part of a protocol and measures it there. The model that is kept is the one of the only
 * part, or, where a part lacks the newest events (`temporal`) or there are many (`k-fold`), one that is trained on
 * everything after them; its figures are those of the parts. No buffer is left in the home.
 * @throws 'training/no-data', 'training/cancelled', 'home/lost', 'argument/range', 'model/unsupported'
 */
export async function makeRun(args: MakeRunArgs): Promise<MadeRun> {
  return new RunMaker(args).make();
}

class RunMaker {
  readonly #args: MakeRunArgs;
  readonly #config: ModelConfig;
  readonly #pacer: Pacer;
  readonly #trainer: PartTrainer;
  readonly #reporter: RunReporter;
  readonly #wholeAfter: boolean;

  constructor(args: MakeRunArgs) {
    const { kind, protocol, seed, run, home } = args;
    const seeded = kind.settings.some(({ field }) => field === 'seed') ? { seed } : {};
    const given = { ...seeded, ...args.config };
    requireKnownSettings(kind.name, kind.settings, given);
    this.#args = args;
    this.#config = kind.config(given) as ModelConfig;
    this.#trainer = new PartTrainer({
      create: (on) => kind.create(this.#config, on),
      home,
      itemFacts: args.itemFacts,
      run,
    });
    this.#pacer = new Pacer(run);
    this.#wholeAfter = protocol.name === 'temporal' || protocol.name === 'k-fold';
    this.#reporter = new RunReporter({
      now: run.now,
      parts: (protocol.name === 'k-fold' ? protocol.folds : 1) + (this.#wholeAfter ? 1 : 0),
      epochs: epochsOf(this.#config),
      home: home.name,
      peakBytes: () => this.#trainer.peakBytes,
      listener: args.onProgress,
    });
  }

  async make(): Promise<MadeRun> {
    const { protocol, log, seed, itemFacts } = this.#args;
    const dataFingerprint = await inTurns(logFingerprintSteps(log), this.#pacer);
    const figures: PartFigures[] = [];
    const asked: Pick<EvaluationPart, 'users' | 'heldOut'>[] = [];
    let kept: FittedPart | null = null;
    let popular: PartFigures | null = null;
    try {
      for (const makePart of partMakers(protocol, log, seed)) {
        this.#reporter.part(figures.length + 1);
        const part = await inTurns(makePart(), this.#pacer);
        asked.push({ users: part.users, heldOut: part.heldOut });
        const fitted = await this.#trainer.fit(
          part.train,
          part.sequences,
          new ValidationCurve(part),
          this.#reporter,
        );
        kept = this.#wholeAfter ? null : fitted;
        try {
          figures.push(await this.#trainer.measure(fitted.model, part, this.#reporter));
          if (protocol.name === 'leave-one-out') {
            popular = await rankPart(popularityOf(part.train), part, { auc: false }, this.#pacer);
          }
        } finally {
          if (!kept) fitted.model.release();
        }
      }
      kept ??= await this.#fitWhole(figures.length + 1);
      this.#reporter.phase('saving');
      const complements = await findComplements(log, this.#pacer);
      const all = pooled(figures);
      const facts = this.#modelFacts(kept, all, popular);
      const model = encodeModel({
        facts,
        fingerprint: fingerprintOf(itemFacts),
        model: kept.model.save(true),
        popularity: popularityOf(kept.train).counts,
        complements,
      });
      // Encoding was one stretch.
      await this.#pacer.breathe();
      const split = splitFingerprint(asked);
      const summary = await inTurns(figureSteps(all, createRng(seed).fork('lab intervals')), this.#pacer);
      throwIfCancelled(this.#args.run.signal);
      return {
        run: { ...this.#described(kept, facts), ...summary, dataFingerprint, splitFingerprint: split },
        model,
        figures: encodeFigures(all),
      };
    } finally {
      kept?.model.release();
    }
  }

  async #fitWhole(part: number): Promise<FittedPart> {
    this.#reporter.part(part);
    const { log } = this.#args;
    const train = await buildCsrInTurns(log, this.#pacer);
    const sequences = await inTurns(sequenceSteps(log), this.#pacer);
    return this.#trainer.fit(train, sequences, null, this.#reporter);
  }

  #modelFacts(
    { report, train }: FittedPart,
    { users, values }: PartFigures,
    popular: PartFigures | null,
  ): ModelFacts {
    const { kind, at } = this.#args;
    const { seed } = this.#config;
    return {
      id: [kind.name, ...(typeof seed === 'number' ? [seed] : []), 'lab', at.toString(36)].join('-'),
      name: kind.name,
      config: this.#config,
      home: this.#trainer.home.name,
      threads: this.#trainer.home.threads,
      trainedAt: at,
      trainMs: this.#trainer.trainMs,
      userCount: train.rowCount,
      itemCount: train.columnCount,
      interactionCount: entryCountOf(train),
      losses: report.losses,
      quality: popular && {
        protocol: 'leave-one-out, full ranking, history filtered',
        heldOutUsers: users.length,
        ndcgAt10: meanOf(values.ndcgAt10),
        hitRateAt10: meanOf(values.hitRateAt10),
        popularityNdcgAt10: meanOf(popular.values.ndcgAt10),
        popularityHitRateAt10: meanOf(popular.values.hitRateAt10),
      },
    };
  }

  #described({ report, train, validation }: FittedPart, { config, home, threads }: ModelFacts) {
    const { kind, protocol, seed, at, log } = this.#args;
    return {
      at,
      model: kind.name,
      config,
      seed,
      protocol,
      protocolText: protocolText(protocol),
      warnings: protocolWarning(protocol, log) === null ? [] : (['random-split'] as const),
      losses: report.losses,
      validation,
      trainMs: this.#trainer.trainMs,
      evaluateMs: this.#trainer.evaluateMs,
      peakBytes: this.#trainer.peakBytes,
      home,
      threads,
      trainedOn: this.#wholeAfter ? ('whole' as const) : ('part' as const),
      userCount: log.userCount,
      itemCount: log.itemCount,
      interactionCount: entryCountOf(train),
    };
  }
}

function popularityOf(train: Csr): Popularity {
  const popularity = new Popularity();
  popularity.count(train);
  return popularity;
}
