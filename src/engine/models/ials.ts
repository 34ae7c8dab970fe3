import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { HOME_NAMES } from '../../domain/training.ts';
import type { F32Buffer, KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { rankOnHome } from '../scoring/rank-on-home.ts';
import { topK } from '../scoring/top-k.ts';
import { HomeGuard } from '../training/home-guard.ts';
import { trainIals } from '../training/ials-trainer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { foldInByEmbeddings } from './embedding-fold-in.ts';
import type { IalsConfig } from './ials-config.ts';
import { IALS_SETTINGS, ialsConfig } from './ials-config.ts';
import type {
  FitReport,
  FoldedIn,
  RankedLists,
  Recommender,
  RecommenderKind,
  SavedModel,
} from './recommender.ts';
import { settingList } from './settings.ts';

/**
 * iALS, implicit alternating least squares. Minimises over user embeddings x_u and item embeddings y_i
 *
 *   Σ_{(u,i)∈S} |w_ui| (x_u·y_i − sign w_ui)² + α₀ Σ_{u,i} (x_u·y_i)² + Σ_u λ_u‖x_u‖² + Σ_i λ_i‖y_i‖²,
 *   λ_u = λ (|S_u| + α₀ · itemCount)^ν,  λ_i = λ (|S_i| + α₀ · userCount)^ν.
 *
 * Hu, Koren, Volinsky, "Collaborative filtering for implicit feedback datasets", ICDM 2008; λ scaling and
 * defaults of Rendle, Krichene, Zhang, Koren, "Revisiting the performance of iALS on item recommendation
 * benchmarks", RecSys 2022 (google-research/ials); conjugate gradients with warm starts of Takács, Pilászy,
 * Tikk, RecSys 2011. Differs: a weight may be negative, and then its target is −1 (a dismissal pushes away).
 */
class Ials implements Recommender {
  readonly name = 'ials';
  readonly config: IalsConfig;
  #guard: HomeGuard;
  #learnt: Learnt | null = null;
  /** The item embeddings in the home. */
  #items: F32Buffer | null = null;

  constructor(config: IalsConfig, home: KernelHome) {
    this.config = config;
    this.#guard = new HomeGuard(home);
  }

  get itemCount(): number {
    return this.#learnt?.itemCount ?? 0;
  }

  get userCount(): number {
    return (this.#learnt?.userEmbeddings?.length ?? 0) / this.config.dim;
  }

  async fit(byUser: Csr, run: TrainingRun): Promise<FitReport> {
    const { home, losses, userEmbeddings, itemEmbeddings, gramian } = await trainIals(
      this.#guard.home,
      this.config,
      byUser,
      run,
    );
    this.settle(home, { itemCount: byUser.columnCount, embeddings: itemEmbeddings, gramian, userEmbeddings });
    return { losses, home };
  }

  /** Takes on what was learnt, here or before; the arrays are the model's from now on. */
  settle(home: KernelHome, learnt: LearntArrays): void {
    const { dim } = this.config;
    const norms = new Float64Array(learnt.itemCount);
    for (let i = 0; i < learnt.embeddings.length; i++)
      norms[Math.floor(i / dim)]! += learnt.embeddings[i]! ** 2;
    this.#learnt = { ...learnt, config: this.config, norms: norms.map(Math.sqrt) };
    this.moveTo(home);
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    const { dim } = this.config;
    const { userEmbeddings } = this.#known();
    if (!userEmbeddings) throw usersUnknown();
    const queries = new Float32Array(users.length * dim);
    users.forEach((user, q) => queries.set(userEmbeddings.subarray(user * dim, (user + 1) * dim), q * dim));
    return this.#rank(queries, users.length, k, excluded);
  }

  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    const { dim } = this.config;
    const { userEmbeddings, embeddings } = this.#known();
    if (!userEmbeddings) throw usersUnknown();
    return Float64Array.from(items, (item) => dot(userEmbeddings, user * dim, embeddings, item * dim, dim));
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    const { itemCount } = this.#known();
    return topK(itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  /** Cosine of the embeddings. */
  similarity(a: number, b: number): number {
    const { dim } = this.config;
    const { embeddings, norms } = this.#known();
    const scale = norms[a]! * norms[b]!;
    return scale > 0 ? dot(embeddings, a * dim, embeddings, b * dim, dim) / scale : 0;
  }

  /** By the sum of the unit embeddings, whose square is that of all pairs and of each item with itself. */
  meanSimilarity(items: ArrayLike<number>): number {
    const { dim } = this.config;
    const { embeddings, norms } = this.#known();
    const sum = new Float64Array(dim);
    let known = 0;
    for (let place = 0; place < items.length; place++) {
      const item = items[place]!;
      const norm = norms[item]!;
      if (norm === 0) continue;
      known += 1;
      for (let i = 0; i < dim; i++) sum[i]! += embeddings[item * dim + i]! / norm;
    }
    const square = sum.reduce((total, value) => total + value * value, 0);
    return items.length < 2 ? Number.NaN : (square - known) / (items.length * (items.length - 1));
  }

  foldIn(history: WeightedHistory): FoldedIn {
    return foldInByEmbeddings(this.#known(), history, (...query) => this.#rank(...query));
  }

  save(withUsers: boolean): SavedModel {
    const { dim } = this.config;
    const { embeddings, gramian, userEmbeddings, itemCount } = this.#known();
    const users =
      withUsers && userEmbeddings
        ? { user_embeddings: { shape: [this.userCount, dim], values: userEmbeddings } }
        : {};
    return {
      name: this.name,
      config: this.config,
      tensors: {
        item_embeddings: { shape: [itemCount, dim], values: embeddings },
        gramian: { shape: [dim, dim], values: gramian },
        ...users,
      },
    };
  }

  moveTo(home: KernelHome): void {
    this.release();
    if (home !== this.#guard.home) this.#guard = new HomeGuard(home);
    const learnt = this.#learnt;
    if (learnt) this.#items = this.#guard.create((on) => on.createF32(learnt.embeddings));
  }

  release(): void {
    this.#items?.release();
    this.#items = null;
  }

  #known(): Learnt {
    if (this.#learnt) return this.#learnt;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }

  #rank(queries: Float32Array, queryCount: number, k: number, excluded: ItemLists): Promise<RankedLists> {
    const { itemCount } = this.#known();
    const items = this.#items;
    if (!items) throw new HomebodyError('internal', 'A model was used after its release.');
    const { dim } = this.config;
    return this.#guard.run((home) =>
      rankOnHome(home, { queries, queryCount, dim, items, itemCount, excluded, k }),
    );
  }
}

interface LearntArrays {
  readonly itemCount: number;
  readonly embeddings: Float32Array<ArrayBuffer>;
  readonly gramian: Float32Array<ArrayBuffer>;
  /** Null: loaded from a checkpoint without users. */
  readonly userEmbeddings: Float32Array<ArrayBuffer> | null;
}

interface Learnt extends LearntArrays {
  readonly config: IalsConfig;
  /** Euclidean, per item. */
  readonly norms: Float64Array<ArrayBuffer>;
}

function usersUnknown(): HomebodyError {
  return new HomebodyError('model/unsupported', 'This model was stored without its users.', {
    remedy: 'Fold the history in instead, or train again.',
  });
}

function dot(a: Float32Array, aBase: number, b: Float32Array, bBase: number, dim: number): number {
  let sum = 0;
  for (let i = 0; i < dim; i++) sum += a[aBase + i]! * b[bBase + i]!;
  return sum;
}

export const IALS: RecommenderKind<IalsConfig> = {
  name: 'ials',
  settings: settingList(IALS_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: ialsConfig,
  create: (config, home) => new Ials(ialsConfig(config), home),
  load: (saved, home) => {
    const config = ialsConfig(saved.config as Partial<IalsConfig>);
    const { dim } = config;
    const items = requireTensor(saved.tensors, 'item_embeddings', 'F32', [null, dim]);
    const model = new Ials(config, home);
    model.settle(home, {
      itemCount: items.shape[0]!,
      embeddings: items.values,
      gramian: requireTensor(saved.tensors, 'gramian', 'F32', [dim, dim]).values,
      userEmbeddings:
        'user_embeddings' in saved.tensors
          ? requireTensor(saved.tensors, 'user_embeddings', 'F32', [null, dim]).values
          : null,
    });
    return model;
  },
};
