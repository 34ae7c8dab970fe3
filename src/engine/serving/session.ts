import { HomebodyError } from '../../domain/errors.ts';
import type { ConstellationRequest } from '../../domain/constellation.ts';
import type { CatalogueId, ItemIndex } from '../../domain/ids.ts';
import type {
  ExplainRequest,
  Explanation,
  Feed,
  FeedRequest,
  QuickPickRequest,
  Scored,
} from '../../domain/recommendation.ts';
import type {
  EngineStatus,
  HomeReport,
  ModelFacts,
  TrainProgress,
  TrainRequest,
} from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { orCancelled } from '../training/cancelled.ts';
import { isDiverged } from '../training/diverged.ts';
import type { Seat, Seen } from './seat.ts';
import type { ConstellationSink } from '../constellation/sender.ts';
import { ConstellationSender } from '../constellation/sender.ts';
import { kindByName } from '../models/kind-by-name.ts';
import type { DatasetSource } from './dataset-source.ts';
import {
  requireCount,
  requireFeedRequest,
  requireItem,
  requireQuickPickRequest,
  requireSteering,
} from './check-request.ts';
import type { OpenedHome } from './current-home.ts';
import { CurrentHome } from './current-home.ts';
import { goesWell } from './goes-well.ts';
import type { Asked, HeldCatalogue } from './held-catalogue.ts';
import { rankerOf } from './held-catalogue.ts';
import { HeldCatalogues } from './held-catalogues.ts';
import { mappedCatalogue } from './mapped-catalogue.ts';
import { popularityOnly, storedModel } from './open-catalogue.ts';
import type { Ranker } from './ranker.ts';
import { TrainingSeat } from './training-seat.ts';
import { visitorOf } from './visitor.ts';

export interface SessionOptions {
  /** The first home. Popularity answers before it is open, and everything else waits for it. */
  readonly opening: Promise<OpenedHome>;
  readonly source: DatasetSource;
  /** A working home in the place of a lost one. */
  readonly reopenHome: () => Promise<OpenedHome>;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Resolves after whatever else waits in this thread had its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/**
 * The engine as one visit to the page needs it: opens catalogues, ranks, explains, trains. All methods throw
 * HomebodyError. While a training runs, the older model answers; a lost home is replaced under running calls.
 */
export class RecommenderSession {
  readonly #options: SessionOptions;
  readonly #catalogues: HeldCatalogues;
  readonly #training: TrainingSeat;
  readonly #current: CurrentHome;
  readonly #constellation = new ConstellationSender(async (catalogue) =>
    mappedCatalogue(await this.#open(catalogue)),
  );

  constructor(options: SessionOptions) {
    this.#options = options;
    const { source, now, yieldTurn, opening, reopenHome } = options;
    this.#current = new CurrentHome(opening, reopenHome, (home) => this.#catalogues.moveTo(home));
    this.#catalogues = new HeldCatalogues(source, this.#current);
    this.#training = new TrainingSeat({
      source,
      now,
      yieldTurn,
      reopenHome: (lost) => this.#current.recover(lost),
    });
  }

  /** Where kernels run now; changes when a home was lost. @throws what opening the first one throws */
  async homeReport(): Promise<HomeReport> {
    return (await this.#current.whenOpened()).report;
  }

  /** Loads facts and the stored model, or popularity. Later calls are answered from memory. */
  async openCatalogue(catalogue: CatalogueId): Promise<EngineStatus> {
    const { serving, resumable, unusable } = await this.#open(catalogue);
    const model = serving.value.trained?.facts ?? null;
    return { catalogue, model, resumable, ...(unusable ? { unusable } : {}) };
  }

  /** Forgets what is held of a catalogue; a training of it is cancelled. */
  async forgetCatalogue(catalogue: CatalogueId): Promise<void> {
    this.#constellation.hide(catalogue);
    if (this.#training.catalogue === catalogue) await this.#training.cancel();
    await this.#catalogues.forget(catalogue);
  }

  /**
   * Trains and makes the new model the current one, stored before it answers. `trainedAt` stamps it.
   * @throws 'training/busy', 'training/cancelled', 'training/no-data', 'training/diverged', 'argument/range', 'home/lost',
   * 'model/unsupported'
   */
  async train(
    request: TrainRequest,
    trainedAt: number,
    onProgress: (progress: TrainProgress) => void,
  ): Promise<ModelFacts> {
    const { catalogue, config } = request;
    try {
      return await this.#training.train({
        catalogue,
        kind: () => kindByName(request.model),
        config,
        trainedAt,
        onProgress,
        onEmbeddings: (moment) => this.#constellation.follow(catalogue, moment),
        open: async () => {
          const { facts } = await this.#open(catalogue);
          return { facts, home: await this.#current.home() };
        },
        install: async (serving) => this.#catalogues.install(await this.#open(catalogue), serving),
      });
    } catch (error) {
      // One that was cancelled, or diverged, leaves nothing to go on from.
      if (isDiverged(error) || (error instanceof HomebodyError && error.code === 'training/cancelled')) {
        this.#catalogues.forgetTraining(catalogue);
      }
      throw error;
    } finally {
      // Not when it was turned away because another one runs.
      if (this.#training.catalogue === null) this.#constellation.ended();
    }
  }

  /**
   * Sends the embeddings of a catalogue to the sink, of the running and later trainings and else of the stored model;
   * null ends it. @throws 'argument/range' for points outside 1 … 4000
   */
  async showConstellation(request: ConstellationRequest, sink: ConstellationSink | null): Promise<void> {
    if (sink) await this.#constellation.show(request, sink);
    else this.#constellation.hide();
  }

  /** Settles the running training with 'training/cancelled'. Nothing to cancel is no error. */
  async cancelTraining(): Promise<void> {
    await this.#training.cancel();
  }

  /** @throws 'argument/range' for a field outside the range that the request states. */
  async feed(request: FeedRequest): Promise<Feed> {
    requireFeedRequest(request, (await this.#open(request.catalogue)).facts);
    return this.#ranked(request, (ranker) => ranker.feed(request));
  }

  /** Without a model the score is 0 and nothing caused it. @throws 'argument/range' for no such item. */
  async explain(request: ExplainRequest): Promise<Explanation> {
    const { facts } = await this.#open(request.catalogue);
    requireItem(request.item, facts);
    requireSteering(request, facts);
    return this.#ranked(request, async (ranker) => ranker.explain(request));
  }

  /** Things to choose one from; scored by how well known they are, 0 … 1. @throws 'argument/range' */
  async quickPicks(request: QuickPickRequest): Promise<readonly Scored[]> {
    requireQuickPickRequest(request, (await this.#open(request.catalogue)).facts);
    return this.#ranked(request, async (ranker) => ranker.quickPicks(request));
  }

  /**
   * Nearest items in stock, as the model sees them; none that is unlike it.
   * @throws 'model/none' before a model was trained, 'argument/range'
   */
  async similarItems(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<readonly Scored[]> {
    const { facts, serving } = await this.#open(catalogue);
    requireItem(item, facts);
    requireCount(k);
    if (!serving.value.trained) {
      throw new HomebodyError('model/none', 'No model is trained for this catalogue.', {
        remedy: 'Train first.',
      });
    }
    const alike = serving.value.trained.model.similarItems(item, k, facts.available);
    return alike.filter(({ score }) => score > 0);
  }

  /**
   * Items in stock that are taken together with this one more often than chance, without the same thing once
   * more; none before a training. @throws 'argument/range'
   */
  async complements(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<readonly Scored[]> {
    const { facts, serving } = await this.#open(catalogue);
    requireItem(item, facts);
    requireCount(k);
    return goesWell(serving.value, item)
      .filter(({ item: other }) => facts.available[other] === 1)
      .slice(0, k);
  }

  /**
   * Work of the lab, in the place of a training: it waits for what fold-ins wait for, and can be cancelled as one.
   * @throws 'training/busy' and what the work throws
   */
  occupy<T>(catalogue: CatalogueId, work: (seat: Seat) => Promise<T>): Promise<T> {
    const { now, yieldTurn } = this.#options;
    return this.#training.occupy(catalogue, async (signal) => {
      const { facts } = await orCancelled(this.#open(catalogue), signal);
      const home = await orCancelled(this.#current.home(), signal);
      const reopenHome = (lost: KernelHome): Promise<KernelHome> => this.#current.recover(lost);
      return work({ facts, home, run: { now, yieldTurn, signal, reopenHome } });
    });
  }

  /** What is held of a catalogue, and the home, for as long as `use` takes; once more on a new home after a loss. */
  async lookAt<T>(catalogue: CatalogueId, use: (seen: Seen) => Promise<T>): Promise<T> {
    return this.#current.run(async () => {
      const home = await this.#current.home();
      // Last: what was opened before may have been forgotten meanwhile, as another tab's news does, and its model released.
      const { facts, serving } = await this.#open(catalogue);
      return serving.use((model) => use({ facts, serving: model, home }));
    });
  }

  /**
   * Makes a stored model the one that serves, stored before it answers; null: what is popular. Takes the bytes over.
   * @throws 'checkpoint/…' when it cannot be used, and then nothing has changed
   */
  async adopt(catalogue: CatalogueId, bytes: Uint8Array<ArrayBuffer> | null): Promise<ModelFacts | null> {
    const { source } = this.#options;
    const { facts } = await this.#open(catalogue);
    const serving = bytes
      ? await storedModel(bytes, facts, this.#current.home)
      : await popularityOnly(source, catalogue);
    try {
      if (bytes) await source.saveCheckpoint(catalogue, 'model', bytes);
      else await source.dropCheckpoint(catalogue, 'model');
      // Anew: it may have been forgotten meanwhile, as another tab's news does.
      this.#catalogues.install(await this.#open(catalogue), serving);
    } catch (error) {
      serving.release();
      throw error;
    }
    return serving.trained?.facts ?? null;
  }

  /** Cancels, forgets everything and gives the home back. */
  async dispose(): Promise<void> {
    this.#constellation.hide();
    await this.#training.cancel();
    await this.#catalogues.forgetAll();
    await this.#current.dispose();
  }

  #open(catalogue: CatalogueId): Promise<HeldCatalogue> {
    return this.#catalogues.open(catalogue);
  }

  /** Runs `work` with the ranker of this history and mood and the present model; once more on a new home after a loss. */
  async #ranked<T>(asked: Asked, work: (ranker: Ranker) => Promise<T>): Promise<T> {
    const { catalogue, historyVersion } = asked;
    const opened = await this.#open(catalogue);
    if (opened.visitor?.version !== historyVersion) {
      opened.visitor = visitorOf(await this.#options.source.history(catalogue), opened.facts);
    }
    const { visitor } = opened;
    return this.#current.run(async () => {
      // As in `lookAt`.
      const held = await this.#open(catalogue);
      return held.serving.use((serving) => work(rankerOf(held, serving, visitor, asked)));
    });
  }
}
