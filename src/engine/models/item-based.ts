import { HomebodyError } from '../../domain/errors.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { topK } from '../scoring/top-k.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { ItemWeights } from './item-weights.ts';
import { foldInByItems, recommendByItems, scoreByItems } from './item-weights.ts';
import type { FitReport, FoldedIn, RankedLists, Recommender, SavedModel } from './recommender.ts';
import { userRowTensors } from './user-rows.ts';

/**
 * A model whose score is linear in the history (`ItemWeights`): all but how the weights are learnt. It keeps
 * the users' rows of the log, which are all that there is to know of a user. Scores on the host; keeps no buffers.
 */
export abstract class ItemBased<Config> implements Recommender {
  abstract readonly name: string;
  readonly config: Config;
  #home: KernelHome;
  #weights: ItemWeights | null = null;
  #byUser: Csr | null = null;

  constructor(config: Config, home: KernelHome) {
    this.config = config;
    this.#home = home;
  }

  abstract fit(byUser: Csr, run: TrainingRun): Promise<FitReport>;
  abstract similarity(a: number, b: number): number;
  /** The weights as tensors. */
  protected abstract tensors(): CheckpointTensors;

  /** `byUser`: null where the model was stored without its users. */
  protected settle(weights: ItemWeights, byUser: Csr | null): void {
    this.#weights = weights;
    this.#byUser = byUser;
  }

  /** Reports the fraction of the one pass that there is. */
  protected tell(run: TrainingRun, fraction: number, home: KernelHome = this.#home): void {
    run.onProgress?.({ epoch: 0, fraction, losses: [], home: home.name });
  }

  protected get home(): KernelHome {
    return this.#home;
  }

  /** @throws 'model/none' */
  protected get weights(): ItemWeights {
    if (this.#weights) return this.#weights;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }

  get itemCount(): number {
    return this.#weights?.itemCount ?? 0;
  }

  get userCount(): number {
    return this.#byUser?.rowCount ?? 0;
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    return recommendByItems(this.weights, this.#users(), users, k, excluded);
  }

  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    return scoreByItems(this.weights, this.#users(), user, items);
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    return topK(this.weights.itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  meanSimilarity(items: ArrayLike<number>): number {
    let sum = 0;
    for (let a = 1; a < items.length; a++) {
      for (let b = 0; b < a; b++) sum += this.similarity(items[a]!, items[b]!);
    }
    return items.length < 2 ? Number.NaN : (2 * sum) / (items.length * (items.length - 1));
  }

  foldIn(history: WeightedHistory): FoldedIn {
    return foldInByItems(this.weights, history);
  }

  save(withUsers: boolean): SavedModel {
    return {
      name: this.name,
      config: this.config,
      tensors: { ...this.tensors(), ...(withUsers && this.#byUser ? userRowTensors(this.#byUser) : {}) },
    };
  }

  moveTo(home: KernelHome): void {
    this.#home = home;
  }

  release(): void {}

  #users(): Csr {
    if (this.#byUser) return this.#byUser;
    throw new HomebodyError('model/unsupported', 'This model was stored without its users.', {
      remedy: 'Fold the history in instead, or train again.',
    });
  }
}

/** @throws 'training/no-data' for a log in which nobody likes anything. */
export function requireLikings(byUser: Csr): void {
  if (byUser.weights.some(isLiking)) return;
  throw new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
    remedy: 'Import a log in which somebody likes something.',
  });
}
