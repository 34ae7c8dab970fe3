import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { referenceGramian } from '../../kernels/gramian/reference.ts';
import type { F32Buffer, KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { RankArgs } from '../scoring/rank-on-home.ts';
import { rankOnHome } from '../scoring/rank-on-home.ts';
import { topK } from '../scoring/top-k.ts';
import { HomeGuard } from '../training/home-guard.ts';
import { onHome } from '../training/on-home.ts';
import { trainOnPairs } from '../training/pair-trainer.ts';
import type { PairFit, PairRecipe } from '../training/pair-trainer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { Cosines } from './cosines.ts';
import { foldInByEmbeddings } from './embedding-fold-in.ts';
import type { FitReport, FoldedIn, RankedLists, Recommender, SavedModel } from './recommender.ts';

/**
 * What the models on dot products have in common. Score of user u and item i, with the learnt scale w and offset b:
 *
 *   z = w · (x_u·y_i + β_u + β_i) + b,
 *
 * the biases β in the last column of the embeddings, where the model has them.
 *
 * A person who was not in the log is folded in by least squares, the items as they are: with n sampled pairs of each
 * observed one, λ the regularisation, and y_j the whole row of item j, its bias being one more number of it,
 *
 *   min over x of  Σ_j |w_j| (x·y_j − sign w_j)² + n |S|/itemCount · Σ_i (x·y_i)² + 4 (1 + n) |S| λ ‖x‖²,
 *
 * which is the loss of the model to second order at z = 0, with the negatives at their expectation. In closed form, and
 * linear in what the history wants, so that shares are exact and taking back leaves no trace. Its scores rank as z
 * does; they are near 1 for what is like the history, and no chance.
 */
export abstract class DotProductModel<Config> implements Recommender {
  abstract readonly name: string;
  readonly config: Config;
  readonly #recipe: PairRecipe;
  #guard: HomeGuard;
  #learnt: Learnt | null = null;
  /** The item embeddings in the home. */
  #items: F32Buffer | null = null;

  constructor(config: Config, recipe: PairRecipe, home: KernelHome) {
    this.config = config;
    this.#recipe = recipe;
    this.#guard = new HomeGuard(home);
  }

  get itemCount(): number {
    return (this.#learnt?.itemEmbeddings.length ?? 0) / this.#recipe.dim;
  }

  get userCount(): number {
    return (this.#learnt?.userEmbeddings?.length ?? 0) / this.#recipe.dim;
  }

  async fit(byUser: Csr, run: TrainingRun): Promise<FitReport> {
    const { result, home } = await onHome(this.#guard.home, run, (on) =>
      trainOnPairs(on, this.#recipe, byUser, run),
    );
    const { losses, ...learnt } = result;
    if (home !== this.#guard.home) this.#guard = new HomeGuard(home);
    this.#settle(learnt);
    return { losses, home };
  }

  foldIn(history: WeightedHistory): FoldedIn {
    const { dim, sampling, optimiser } = this.#recipe;
    const { itemEmbeddings, gramian } = this.#known();
    const { itemCount } = this;
    const negatives = sampling.kind === 'labelled' ? sampling.negatives : 1;
    const likings = history.weights.filter((weight) => weight > 0).length;
    const decay = optimiser.kind === 'sgd' ? optimiser.regularisation : 0;
    const config = {
      dim,
      unobservedWeight: (negatives * Math.max(1, likings)) / itemCount,
      regularisation: 4 * (1 + negatives) * Math.max(1, likings) * decay + LEAST_RIDGE,
      regularisationExponent: 0,
    };
    const items = { config, itemCount, embeddings: itemEmbeddings, gramian: gramian() };
    return foldInByEmbeddings(items, history, (queries, queryCount, k, excluded) =>
      this.#rank({ queries, queryCount, k, excluded }),
    );
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    const { dim, biased } = this.#recipe;
    const { output } = this.#known();
    const table = this.#users();
    const [scale, offset] = [output[0]!, output[1]!];
    const queries = new Float32Array(users.length * dim);
    users.forEach((user, q) => {
      for (let i = 0; i < dim; i++) queries[q * dim + i] = scale * table[user * dim + i]!;
      // Meets the item's bias; the user's own is the same for all items.
      if (biased) queries[(q + 1) * dim - 1] = scale;
    });
    const lists = await this.#rank({ queries, queryCount: users.length, k, excluded });
    users.forEach((user, q) => {
      const same = offset + (biased ? scale * table[(user + 1) * dim - 1]! : 0);
      for (let place = q * k; place < (q + 1) * k; place++) lists.scores[place]! += same;
    });
    return lists;
  }

  /** z of each item. */
  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    const { dim, biased } = this.#recipe;
    const { itemEmbeddings: rows, output } = this.#known();
    const table = this.#users();
    const latent = biased ? dim - 1 : dim;
    return Float64Array.from(items, (item) => {
      let s = dot(table, user * dim, rows, item * dim, latent);
      if (biased) s += table[user * dim + latent]! + rows[item * dim + latent]!;
      return output[0]! * s + output[1]!;
    });
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    this.#known();
    return topK(this.itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  /** Cosine of the embeddings, biases aside. */
  similarity(a: number, b: number): number {
    return this.#known().cosines.of(a, b);
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return this.#known().cosines.mean(items);
  }

  save(withUsers: boolean): SavedModel {
    const { dim } = this.#recipe;
    const { userEmbeddings, itemEmbeddings, output } = this.#known();
    const users =
      withUsers && userEmbeddings
        ? { user_embeddings: { shape: [this.userCount, dim], values: userEmbeddings } }
        : {};
    return {
      name: this.name,
      config: this.config,
      tensors: {
        item_embeddings: { shape: [this.itemCount, dim], values: itemEmbeddings },
        output: { shape: [2], values: output },
        ...users,
      },
    };
  }

  /** Takes on what `save` gave. @throws 'checkpoint/format' */
  restore({ tensors }: SavedModel): this {
    const { dim } = this.#recipe;
    this.#settle({
      itemEmbeddings: requireTensor(tensors, 'item_embeddings', 'F32', [null, dim]).values,
      output: requireTensor(tensors, 'output', 'F32', [2]).values,
      userEmbeddings:
        'user_embeddings' in tensors
          ? requireTensor(tensors, 'user_embeddings', 'F32', [null, dim]).values
          : null,
    });
    return this;
  }

  moveTo(home: KernelHome): void {
    this.release();
    if (home !== this.#guard.home) this.#guard = new HomeGuard(home);
    const learnt = this.#learnt;
    if (learnt) this.#items = this.#guard.create((on) => on.createF32(learnt.itemEmbeddings));
  }

  release(): void {
    this.#items?.release();
    this.#items = null;
  }

  #rank(query: Pick<RankArgs, 'queries' | 'queryCount' | 'k' | 'excluded'>): Promise<RankedLists> {
    const items = this.#items;
    if (!items) throw new HomebodyError('internal', 'A model was used after its release.');
    const { dim } = this.#recipe;
    return this.#guard.run((home) => rankOnHome(home, { ...query, dim, items, itemCount: this.itemCount }));
  }

  #settle(learnt: Omit<Learnt, 'cosines' | 'gramian'>): void {
    const { dim, biased } = this.#recipe;
    const latent = biased ? dim - 1 : dim;
    const rows = learnt.itemEmbeddings;
    const vectors = biased ? rows.filter((_, at) => at % dim < latent) : rows;
    const gramian = once(() => {
      const sums = new Float32Array(dim * dim);
      referenceGramian(rows, rows.length / dim, dim, sums);
      return sums;
    });
    this.#learnt = { ...learnt, gramian, cosines: new Cosines(vectors, latent) };
    this.moveTo(this.#guard.home);
  }

  #known(): Learnt {
    if (this.#learnt) return this.#learnt;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }

  #users(): Float32Array {
    const { userEmbeddings } = this.#known();
    if (userEmbeddings) return userEmbeddings;
    throw new HomebodyError('model/unsupported', 'This model was stored without its users.', {
      remedy: 'Train again, or store it with them.',
    });
  }
}

interface Learnt extends Omit<PairFit, 'losses' | 'userEmbeddings'> {
  /** Null: loaded from a checkpoint without users. */
  readonly userEmbeddings: Float32Array<ArrayBuffer> | null;
  /** Of the items, biases aside. */
  readonly cosines: Cosines;
  /** Σ_i y_i y_iᵀ over whole rows; made when it is first asked for. Float32[dim · dim]. */
  readonly gramian: () => Float32Array<ArrayBuffer>;
}

/** Keeps the system of a fold-in regular where the model has no regularisation of its own. */
const LEAST_RIDGE = 1e-4;

/** σ(z). */
export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

function dot(a: Float32Array, aBase: number, b: Float32Array, bBase: number, dim: number): number {
  let sum = 0;
  for (let i = 0; i < dim; i++) sum += a[aBase + i]! * b[bBase + i]!;
  return sum;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
