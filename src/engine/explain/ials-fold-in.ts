import type { IalsConfig } from '../models/ials-config.ts';
import { scaledRegularisation } from '../models/ials-config.ts';
import { Cholesky } from './cholesky.ts';
import type { WeightedHistory } from './weighted-history.ts';

/** The item side of an iALS model on the host, or of another one whose scores are products of embeddings. */
export interface IalsItems {
  readonly config: Pick<IalsConfig, 'dim' | 'unobservedWeight' | 'regularisation' | 'regularisationExponent'>;
  readonly itemCount: number;
  /** Float32[itemCount · dim]. */
  readonly embeddings: Float32Array<ArrayBuffer>;
  /** Σ_i y_i y_iᵀ. Float32[dim · dim]. */
  readonly gramian: Float32Array<ArrayBuffer>;
}

/**
 * The visitor's embedding and its exact explanation. With A = α₀ G + λ_u I + Σ_j |w_j| y_j y_jᵀ,
 *   x = A⁻¹ Σ_j w_j y_j    and    score(i) = y_i·x = Σ_j w_j · y_iᵀ A⁻¹ y_j,
 * so each history item's share in a score is w_j · y_iᵀ A⁻¹ y_j (Hu, Koren, Volinsky 2008, §5). The row is
 * solved exactly by Cholesky in f64 where training takes a few CG steps in f32: one row is cheap, and shares
 * must sum to the score.
 */
export class IalsFoldIn {
  /** Float64[dim]. */
  readonly embedding: Float64Array<ArrayBuffer>;
  readonly #items: IalsItems;
  readonly #history: WeightedHistory;
  readonly #system: Cholesky;

  constructor(items: IalsItems, history: WeightedHistory) {
    const { config, embeddings, gramian, itemCount } = items;
    const { dim, unobservedWeight } = config;
    this.#items = items;
    this.#history = history;
    const matrix = new Float64Array(dim * dim);
    const target = new Float64Array(dim);
    const regularisation = scaledRegularisation(config, history.items.length, itemCount);
    for (let row = 0; row < dim; row++) {
      for (let column = 0; column <= row; column++) {
        matrix[row * dim + column] = unobservedWeight * gramian[row * dim + column]!;
      }
      matrix[row * dim + row]! += regularisation;
    }
    for (let j = 0; j < history.items.length; j++) {
      const base = history.items[j]! * dim;
      const weight = history.weights[j]!;
      const y = Float64Array.from(embeddings.subarray(base, base + dim));
      for (let row = 0; row < dim; row++) {
        const scaled = Math.abs(weight) * y[row]!;
        target[row]! += weight * y[row]!;
        for (let column = 0; column <= row; column++) matrix[row * dim + column]! += scaled * y[column]!;
      }
    }
    this.#system = new Cholesky(matrix, dim);
    this.embedding = this.#system.solve(target);
  }

  score(item: number): number {
    return this.#dot(item, this.embedding);
  }

  /** Product of a pull with an item's embedding. */
  shareBy(pull: Float64Array, item: number): number {
    return this.#dot(item, pull);
  }

  /** In the order of the history, with the sign of what each did to the score. Float64[history]. */
  shares(item: number): Float64Array<ArrayBuffer> {
    const pull = this.#system.solve(this.#embeddingOf(item));
    return this.#history.weights.map((weight, j) => weight * this.#dot(this.#history.items[j]!, pull));
  }

  /**
   * w_j A⁻¹ y_j of the history's j-th item: its product with an item's embedding is the share of j in that
   * item's score, for as many items as one likes. Float64[dim].
   */
  pullOf(j: number): Float64Array<ArrayBuffer> {
    const weight = this.#history.weights[j]!;
    return this.#system.solve(this.#embeddingOf(this.#history.items[j]!)).map((value) => weight * value);
  }

  #embeddingOf(item: number): Float64Array<ArrayBuffer> {
    const { dim } = this.#items.config;
    return Float64Array.from(this.#items.embeddings.subarray(item * dim, (item + 1) * dim));
  }

  #dot(item: number, vector: Float64Array): number {
    const { dim } = this.#items.config;
    const { embeddings } = this.#items;
    const base = item * dim;
    let sum = 0;
    for (let i = 0; i < dim; i++) sum += embeddings[base + i]! * vector[i]!;
    return sum;
  }
}
