import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import { rankScores } from '../scoring/rank-scores.ts';
import { topK } from '../scoring/top-k.ts';
import { onHome } from '../training/on-home.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { Cosines } from './cosines.ts';
import { sigmoid } from './dot-product.ts';
import type { NeuMfConfig } from './neumf-config.ts';
import { neuMfConfig, NEUMF_SETTINGS } from './neumf-config.ts';
import type { NeuMfShape, NeuMfWeights } from './neumf-network.ts';
import { layerWidths, neuMfShapes } from './neumf-network.ts';
import { foldInPerson } from './neumf-fold-in.ts';
import { NeuMfScores } from './neumf-scores.ts';
import { trainNeuMf } from './neumf-training.ts';
import type {
  FitReport,
  FoldedIn,
  RankedLists,
  Recommender,
  RecommenderKind,
  SavedModel,
} from './recommender.ts';
import { settingList } from './settings.ts';

const USER_TABLES = ['gmf_users', 'mlp_users'] as const;
const isOfUsers = (table: string): boolean => USER_TABLES.some((one) => one === table);

/**
 * NeuMF: generalised matrix factorisation (GMF) and a multi-layer perceptron (MLP), with embeddings of their own, on
 * one logistic output,
 *
 *   p = σ(z),   z = h_G · (x_u ⊙ y_i) + h_M · φ_n(… φ_1([x'_u; y'_i])) + b,   φ_k(x) = relu(W_k x + b_k),
 *
 * by binary cross-entropy with sampled negatives. He, Liao, Zhang, Nie, Hu, Chua, "Neural collaborative filtering",
 * WWW 2017; initial numbers as in the authors' code. Without training ahead by Adam throughout. Trained ahead, GMF and
 * MLP learn by Adam on their own; the whole then starts from both, h = [α h_G; (1 − α) h_M] with α = 0.5, and goes on by
 * plain gradient descent, as Adam's moments would be lost.
 * Differs: Adam is lazy on the embeddings (a row that a batch does not touch does not drift on by its old moments).
 *
 * A person who is not in the log is learnt anew by a few steps, the items as they are (`foldInPerson`). The score is no
 * sum over the history: there are no shares.
 */
class NeuMf implements Recommender {
  readonly name = 'neumf';
  readonly config: NeuMfConfig;
  #home: KernelHome;
  #learnt: Learnt | null = null;

  constructor(config: NeuMfConfig, home: KernelHome) {
    this.config = config;
    this.#home = home;
  }

  get itemCount(): number {
    return this.#learnt?.shape.itemCount ?? 0;
  }

  get userCount(): number {
    return this.#learnt?.shape.userCount ?? 0;
  }

  async fit(byUser: Csr, run: TrainingRun): Promise<FitReport> {
    const { result, home } = await onHome(this.#home, run, (on) => trainNeuMf(on, this.config, byUser, run));
    this.#home = home;
    this.#settle(result.weights, byUser.rowCount, byUser.columnCount);
    return { losses: result.losses, home };
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    const scores = this.#scores();
    const all = Int32Array.from({ length: this.itemCount }, (_, item) => item);
    return rankScores(users.length, k, excluded, (q) => scores.of(users[q]!, all));
  }

  /** z of each item. */
  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    return this.#scores().of(user, items);
  }

  /** p: how probable it is that the pair is an observed one and not a sampled one. 0 … 1. */
  predict(user: number, item: number): number {
    return sigmoid(this.scoreItems(user, Int32Array.of(item))[0]!);
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    return topK(this.#known().shape.itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  /** Cosine of both embeddings of the items, joined. */
  similarity(a: number, b: number): number {
    return this.#known().cosines.of(a, b);
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return this.#known().cosines.mean(items);
  }

  foldIn(history: WeightedHistory): FoldedIn {
    const { shape, weights, scores } = this.#known();
    const { negatives, seed } = this.config;
    const person = foldInPerson({ ...shape, negatives, seed }, weights, history);
    const all = Int32Array.from({ length: shape.itemCount }, (_, item) => item);
    let known: Float64Array | null = null;
    const score = (item: number): number => (known ??= scores.ofPerson(person, all))[item]!;
    return {
      attracted: history.weights.some((weight) => weight > 0),
      score,
      candidates: async (k, queries) =>
        queries.map(({ excluded }) => {
          const hidden = new Set(excluded);
          const best = topK(shape.itemCount, k, (item) => (hidden.has(item) ? -Infinity : score(item)));
          return Int32Array.from(best, ({ item }) => item);
        }),
    };
  }

  save(withUsers: boolean): SavedModel {
    const { shape, weights } = this.#known();
    const tensors = Object.entries(neuMfShapes(shape))
      .filter(([name]) => (withUsers && shape.userCount > 0) || !isOfUsers(name))
      .map(([name, size]) => [name, { shape: size, values: weights[name]! }] as const);
    return { name: this.name, config: this.config, tensors: Object.fromEntries(tensors) };
  }

  /** Takes on what `save` gave. @throws 'checkpoint/format' */
  restore({ tensors }: SavedModel): this {
    const rowsOf = (table: string, width: number): number =>
      requireTensor(tensors, table, 'F32', [null, width]).shape[0]!;
    const itemCount = rowsOf('gmf_items', this.config.dim);
    const userCount = USER_TABLES[0] in tensors ? rowsOf(USER_TABLES[0], this.config.dim) : 0;
    const weights = Object.entries(neuMfShapes({ ...this.config, userCount, itemCount })).map(
      ([name, shape]) => {
        if (userCount === 0 && isOfUsers(name)) return [name, new Float32Array()] as const;
        return [name, requireTensor(tensors, name, 'F32', shape).values] as const;
      },
    );
    this.#settle(Object.fromEntries(weights), userCount, itemCount);
    return this;
  }

  moveTo(home: KernelHome): void {
    this.#home = home;
  }

  /** It holds no buffers: a training frees its own. */
  release(): void {}

  #settle(weights: Learnt['weights'], userCount: number, itemCount: number): void {
    const shape = { ...this.config, userCount, itemCount };
    const [narrow, wide] = [this.config.dim, layerWidths(shape)[0]! / 2];
    const joined = new Float32Array(itemCount * (narrow + wide));
    for (let item = 0; item < itemCount; item++) {
      const at = item * (narrow + wide);
      joined.set(weights['gmf_items']!.subarray(item * narrow, (item + 1) * narrow), at);
      joined.set(weights['mlp_items']!.subarray(item * wide, (item + 1) * wide), at + narrow);
    }
    const cosines = new Cosines(joined, narrow + wide);
    this.#learnt = { shape, weights, cosines, scores: new NeuMfScores(shape, weights) };
  }

  #known(): Learnt {
    if (this.#learnt) return this.#learnt;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }

  #scores(): NeuMfScores {
    const { shape, scores } = this.#known();
    if (shape.userCount > 0) return scores;
    throw new HomebodyError('model/unsupported', 'This model was stored without its users.', {
      remedy: 'Train again, or store it with them.',
    });
  }
}

interface Learnt {
  readonly shape: NeuMfShape;
  readonly weights: NeuMfWeights<Float32Array<ArrayBuffer>>;
  readonly cosines: Cosines;
  readonly scores: NeuMfScores;
}

export const NEUMF: RecommenderKind<NeuMfConfig> = {
  name: 'neumf',
  settings: settingList(NEUMF_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'nothing',
  homes: ['webgpu', 'wasm', 'reference'],
  config: neuMfConfig,
  create: (config, home) => new NeuMf(neuMfConfig(config), home),
  load: (saved, home) => new NeuMf(neuMfConfig(saved.config as Partial<NeuMfConfig>), home).restore(saved),
};
