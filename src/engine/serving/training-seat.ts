import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { ModelFacts, TrainProgress } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { fingerprintOf } from '../checkpoint/fingerprint.ts';
import { encodeModel } from '../checkpoint/model-checkpoint.ts';
import type { TrainingCheckpoint } from '../checkpoint/training-checkpoint.ts';
import { decodeTraining } from '../checkpoint/training-checkpoint.ts';
import type { EmbeddingMoment } from '../constellation/sender.ts';
import type { RecommenderKind } from '../models/recommender.ts';
import { orCancelled, throwIfCancelled } from '../training/cancelled.ts';
import { isDiverged } from '../training/diverged.ts';
import { trainModel } from '../training/train-model.ts';
import { CheckpointSaver } from './checkpoint-saver.ts';
import type { DatasetSource } from './dataset-source.ts';
import type { ServingModel } from './serving-model.ts';
import { servingModel } from './serving-model.ts';
import { unusableCheckpoint } from './unusable-checkpoint.ts';

/** Users whose last event is held out to measure the model. */
const HELD_OUT_USERS = 2000;

export interface TrainingSeatOptions {
  readonly source: DatasetSource;
  readonly now: () => number;
  readonly yieldTurn: () => Promise<void>;
  readonly reopenHome: (lost: KernelHome) => Promise<KernelHome>;
}

export interface SeatRequest {
  readonly catalogue: CatalogueId;
  /** Asked for within the training: it may have to be fetched, and is cancelled with it. */
  readonly kind: () => Promise<RecommenderKind<object>>;
  readonly config: ModelConfig;
  readonly trainedAt: number;
  readonly onProgress: (progress: TrainProgress) => void;
  /** See `TrainModelArgs`. */
  readonly onEmbeddings: (moment: EmbeddingMoment) => void;
  readonly open: () => Promise<{ readonly facts: ItemFacts; readonly home: KernelHome }>;
  /** Makes the model the current one and takes it over. */
  readonly install: (serving: ServingModel) => Promise<void>;
}

/** The one place for a training: there is never a second one, and the one can be cancelled. */
export class TrainingSeat {
  readonly #options: TrainingSeatOptions;
  #running: {
    readonly catalogue: CatalogueId;
    readonly abort: AbortController;
    readonly settled: Promise<unknown>;
  } | null = null;
  /** What the last training still has to tidy up in the vault; the next one waits for it. */
  #tidying: Promise<unknown> = Promise.resolve();

  constructor(options: TrainingSeatOptions) {
    this.#options = options;
  }

  /** Of the running training. */
  get catalogue(): CatalogueId | null {
    return this.#running?.catalogue ?? null;
  }

  /** @throws 'training/busy' and what `trainModel` throws. */
  train(request: SeatRequest): Promise<ModelFacts> {
    return this.occupy(request.catalogue, (signal) => this.#train(request, signal));
  }

  /** Any work that only one at a time may do; `signal` says when it is cancelled. @throws 'training/busy' */
  async occupy<T>(catalogue: CatalogueId, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running) {
      throw new HomebodyError('training/busy', 'A training is running.', {
        remedy: 'Wait for it, or cancel it.',
        detail: { catalogue: this.#running.catalogue },
      });
    }
    const abort = new AbortController();
    const working = work(abort.signal);
    this.#running = {
      catalogue,
      abort,
      settled: working.then(
        () => {},
        () => {},
      ),
    };
    try {
      return await working;
    } finally {
      this.#running = null;
    }
  }

  /** Resolves when the running training has settled; at once when there is none. */
  async cancel(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.settled;
  }

  async #train(request: SeatRequest, signal: AbortSignal): Promise<ModelFacts> {
    const { source, now, yieldTurn, reopenHome } = this.#options;
    const { catalogue, config, trainedAt, onProgress, onEmbeddings } = request;
    const saver = new CheckpointSaver(source, catalogue, now);
    let serving: ServingModel | null = null;
    try {
      await orCancelled(this.#tidying, signal);
      const kind = await orCancelled(request.kind(), signal);
      const { facts: itemFacts, home } = await orCancelled(request.open(), signal);
      const resumeFrom = await orCancelled(this.#unfinished(catalogue), signal);
      const log = await orCancelled(source.interactions(catalogue), signal);
      const { model, popularity, complements, facts } = await trainModel({
        home,
        log,
        kind,
        config,
        trainedAt,
        holdOutUsers: HELD_OUT_USERS,
        run: { now, yieldTurn, signal, reopenHome },
        onProgress,
        onEmbeddings,
        onCheckpoint: (checkpoint) => saver.offer(checkpoint),
        resumeFrom,
      });
      serving = servingModel(popularity, { model, learnsOrder: kind.learnsOrder, facts, complements });
      const bytes = encodeModel({
        facts,
        fingerprint: fingerprintOf(itemFacts),
        model: model.save(false),
        popularity: popularity.counts,
        complements,
      });
      throwIfCancelled(signal);
      // From here on a cancel is too late: the older model gives its place up, and the training succeeds.
      // Should the page go away before the unfinished training is dropped, the next opening knows it by its stamp.
      await source.saveCheckpoint(catalogue, 'model', bytes);
      await request.install(serving);
      this.#tidying = saver.discard().catch(ignoreLeftover);
      return facts;
    } catch (error) {
      serving?.release();
      // After a lost home or a full vault the passes that are done are worth keeping; after a cancel they are not, and
      // those of a training that diverged would lead there again.
      this.#tidying = (signal.aborted || isDiverged(error) ? saver.discard() : saver.keep()).catch(
        ignoreLeftover,
      );
      throw error;
    }
  }

  /** The stored unfinished training; one that cannot be read is as good as none, and will be overwritten. */
  async #unfinished(catalogue: CatalogueId): Promise<TrainingCheckpoint | null> {
    try {
      const bytes = await this.#options.source.loadCheckpoint(catalogue, 'training');
      return bytes && decodeTraining(bytes);
    } catch (error) {
      if (unusableCheckpoint(error)) return null;
      throw error;
    }
  }
}

/** A leftover checkpoint does no harm: it is gone on from only by a training that it fits. */
function ignoreLeftover(): void {}
