import { HomebodyError } from '../../domain/errors.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { CatalogueId, ItemIndex } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { Explanation, Feed, FeedRequest, Scored } from '../../domain/recommendation.ts';
import type {
  EngineStatus,
  HomeReport,
  ModelFacts,
  TrainProgress,
  TrainRequest,
} from '../../domain/training.ts';
import type { DatasetSource } from './dataset-source.ts';
import { requireCount, requireFeedRequest, requireItem } from './check-request.ts';
import type { OpenedHome } from './current-home.ts';
import { CurrentHome } from './current-home.ts';
import { Leased } from './leased.ts';
import { openCatalogue } from './open-catalogue.ts';
import { Ranker } from './ranker.ts';
import type { ServingModel } from './serving-model.ts';
import { TrainingSeat } from './training-seat.ts';
import type { Visitor } from './visitor.ts';
import { visitorOf } from './visitor.ts';

export interface SessionOptions extends OpenedHome {
  readonly source: DatasetSource;
  /** A working home in the place of a lost one. */
  readonly reopenHome: () => Promise<OpenedHome>;
  /** A monotonic clock, ms. */
  readonly now: () => number;
  /** Resolves after whatever else waits in this thread had its turn. */
  readonly yieldTurn: () => Promise<void>;
}

/** What is held of a catalogue. */
interface Held {
  readonly catalogue: CatalogueId;
  readonly facts: ItemFacts;
  serving: Leased<ServingModel>;
  resumable: EngineStatus['resumable'];
  readonly unusable: ErrorCode | null;
  visitor: Visitor | null;
  /** The ranker of the present visitor and model; both are fixed in it. */
  ranker: { readonly ranker: Ranker; readonly visitor: Visitor; readonly serving: ServingModel } | null;
}

/**
 * The engine as one visit to the page needs it: opens catalogues, ranks, explains, trains. All methods throw
 * HomebodyError. While a training runs, the older model answers; a lost home is replaced under running calls.
 */
export class RecommenderSession {
  readonly #options: SessionOptions;
  readonly #catalogues = new Map<CatalogueId, Promise<Held>>();
  /** Those that are open. */
  readonly #held = new Set<Held>();
  readonly #training: TrainingSeat;
  readonly #current: CurrentHome;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { source, now, yieldTurn, reopenHome } = options;
    this.#current = new CurrentHome(options, reopenHome, (home) => {
      for (const { serving } of this.#held) serving.value.trained?.model.moveTo(home);
    });
    this.#training = new TrainingSeat({
      source,
      now,
      yieldTurn,
      reopenHome: (lost) => this.#current.recover(lost),
    });
  }

  /** Where kernels run now; changes when a home was lost. */
  get homeReport(): HomeReport {
    return this.#current.report;
  }

  /** Loads facts and the stored model, or counts popularity. Later calls are answered from memory. */
  async openCatalogue(catalogue: CatalogueId): Promise<EngineStatus> {
    const { serving, resumable, unusable } = await this.#open(catalogue);
    const model = serving.value.trained?.facts ?? null;
    return { catalogue, model, resumable, ...(unusable ? { unusable } : {}) };
  }

  /** Forgets what is held of a catalogue; a training of it is cancelled. */
  async forgetCatalogue(catalogue: CatalogueId): Promise<void> {
    if (this.#training.catalogue === catalogue) await this.#training.cancel();
    const opening = this.#catalogues.get(catalogue);
    this.#catalogues.delete(catalogue);
    if (!opening) return;
    // One that could not be opened holds nothing.
    const opened = await opening.catch(() => null);
    if (!opened) return;
    this.#held.delete(opened);
    opened.serving.retire();
  }

  /**
   * Trains and makes the new model the current one, stored before it answers. `trainedAt` stamps it.
   * @throws 'training/busy', 'training/cancelled', 'training/no-data', 'argument/range', 'home/lost'
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
        config,
        trainedAt,
        onProgress,
        open: async () => ({ facts: (await this.#open(catalogue)).facts, home: this.#current.home }),
        install: async (serving) => {
          const held = await this.#open(catalogue);
          // The home may have been replaced since the last pass.
          serving.trained?.model.moveTo(this.#current.home);
          held.serving.retire();
          held.serving = new Leased(serving);
          held.resumable = null;
        },
      });
    } catch (error) {
      // A cancelled training leaves nothing to go on from.
      if (error instanceof HomebodyError && error.code === 'training/cancelled') {
        for (const held of this.#held) if (held.catalogue === catalogue) held.resumable = null;
      }
      throw error;
    }
  }

  /** Settles the running training with 'training/cancelled'. Nothing to cancel is no error. */
  async cancelTraining(): Promise<void> {
    await this.#training.cancel();
  }

  /** @throws 'argument/range' for k outside 1 … 200 or adventurousness outside 0 … 1. */
  async feed(request: FeedRequest): Promise<Feed> {
    requireFeedRequest(request);
    const { catalogue, historyVersion } = request;
    return this.#ranked(catalogue, historyVersion, (ranker) => ranker.feed(request));
  }

  /** Without a model the score is 0 and nothing caused it. @throws 'argument/range' for no such item. */
  async explain(catalogue: CatalogueId, historyVersion: number, item: ItemIndex): Promise<Explanation> {
    requireItem(item, (await this.#open(catalogue)).facts);
    return this.#ranked(catalogue, historyVersion, async (ranker) => ranker.explain(item));
  }

  /** Nearest items in stock by cosine. @throws 'model/none' before a model was trained, 'argument/range'. */
  async similarItems(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<readonly Scored[]> {
    const { facts, serving } = await this.#open(catalogue);
    requireItem(item, facts);
    requireCount(k);
    if (!serving.value.trained) {
      throw new HomebodyError('model/none', 'No model is trained for this catalogue.', {
        remedy: 'Train first.',
      });
    }
    return serving.value.trained.model.similarItems(item, k, facts.available);
  }

  /** Items in stock that are taken together with this one more often than chance; none before a training. */
  async complements(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<readonly Scored[]> {
    const { facts, serving } = await this.#open(catalogue);
    requireItem(item, facts);
    requireCount(k);
    const found = serving.value.trained?.complements;
    if (!found) return [];
    const { perItem, items, scores } = found;
    return Array.from({ length: perItem }, (_, place) => item * perItem + place)
      .filter((place) => items[place]! >= 0 && facts.available[items[place]!] === 1)
      .slice(0, k)
      .map((place) => ({ item: itemIndex(items[place]!), score: scores[place]! }));
  }

  /** Cancels, forgets everything and gives the home back. */
  async dispose(): Promise<void> {
    await this.#training.cancel();
    await Promise.all([...this.#catalogues.keys()].map((catalogue) => this.forgetCatalogue(catalogue)));
    this.#current.home.dispose();
  }

  #open(catalogue: CatalogueId): Promise<Held> {
    const known = this.#catalogues.get(catalogue);
    if (known) return known;
    const opening = this.#load(catalogue);
    this.#catalogues.set(catalogue, opening);
    // A failed opening may be tried again.
    opening.catch(() => {
      if (this.#catalogues.get(catalogue) === opening) this.#catalogues.delete(catalogue);
    });
    return opening;
  }

  async #load(catalogue: CatalogueId): Promise<Held> {
    const opened = await this.#current.run((home) => openCatalogue(this.#options.source, catalogue, home));
    // Another home may have come in the meantime, and did not know of this catalogue.
    opened.serving.trained?.model.moveTo(this.#current.home);
    const held: Held = {
      catalogue,
      ...opened,
      serving: new Leased(opened.serving),
      visitor: null,
      ranker: null,
    };
    this.#held.add(held);
    return held;
  }

  /** Runs `work` with the ranker of this history and the present model; once more on a new home after a loss. */
  async #ranked<T>(
    catalogue: CatalogueId,
    historyVersion: number,
    work: (ranker: Ranker) => Promise<T>,
  ): Promise<T> {
    const held = await this.#open(catalogue);
    if (held.visitor?.version !== historyVersion) {
      held.visitor = visitorOf(await this.#options.source.history(catalogue), held.facts);
    }
    const { visitor } = held;
    const attempt = (): Promise<T> =>
      held.serving.use((serving) => {
        if (held.ranker?.visitor !== visitor || held.ranker.serving !== serving) {
          held.ranker = { ranker: new Ranker(serving, visitor), visitor, serving };
        }
        return work(held.ranker.ranker);
      });
    return this.#current.run(attempt);
  }
}
