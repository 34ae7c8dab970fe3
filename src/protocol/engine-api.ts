import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { ModelDescription } from '../domain/model-description.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ConstellationRequest } from '../domain/constellation.ts';
import type {
  ExplainRequest,
  Explanation,
  Feed,
  FeedRequest,
  QuickPickRequest,
  Scored,
} from '../domain/recommendation.ts';
import type {
  EngineStatus,
  HomeChoice,
  HomeReport,
  ModelFacts,
  TrainProgress,
  TrainRequest,
} from '../domain/training.ts';

/** What the page asks of the engine worker. It knows rows and numbers, never names. */
export interface EngineApi {
  /** Chooses the compute home (calibrating unless forced). */
  start(home: HomeChoice): Promise<Outcome<HomeReport>>;
  /** The line to the vault: the port speaks `VaultBulkApi`. */
  connectVault(port: MessagePort): Promise<Outcome<null>>;
  /** Every model that can be trained, the default first. */
  models(): Promise<Outcome<readonly ModelDescription[]>>;
  /** Loads facts, checkpoint and popularity of a catalogue; later calls for it are answered from memory. */
  openCatalogue(catalogue: CatalogueId): Promise<Outcome<EngineStatus>>;
  /** Forgets what is held of a catalogue (it was removed or replaced). */
  forgetCatalogue(catalogue: CatalogueId): Promise<Outcome<null>>;
  /**
   * Sends embeddings to the constellation worker at the other end of `port`: of the running and every later
   * training of the catalogue after each pass, and at once those of the stored model when none runs. A later call
   * replaces an earlier one; null ends it.
   */
  showConstellation(request: ConstellationRequest, port: MessagePort | null): Promise<Outcome<null>>;
  /** Trains and makes the new model the current one. `now` stamps it. */
  train(
    request: TrainRequest,
    now: number,
    onProgress: (progress: TrainProgress) => void,
  ): Promise<Outcome<ModelFacts>>;
  /** Settles the running training with 'training/cancelled' within 200 ms. */
  cancelTraining(): Promise<Outcome<null>>;
  /** Training leaves the processor to others for so long, ms, but for a slice of work every tenth of a second. */
  rest(ms: number): Promise<Outcome<null>>;
  feed(request: FeedRequest): Promise<Outcome<Feed>>;
  explain(request: ExplainRequest): Promise<Outcome<Explanation>>;
  /** Things to choose one from, each known to many and unlike the others, so that a choice tells much. */
  quickPicks(request: QuickPickRequest): Promise<Outcome<readonly Scored[]>>;
  /** Nearest items by cosine of the embeddings, without out-of-stock items. */
  similarItems(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<Outcome<readonly Scored[]>>;
  /** Items that are taken together with this one more often than chance. */
  complements(catalogue: CatalogueId, item: ItemIndex, k: number): Promise<Outcome<readonly Scored[]>>;
}
