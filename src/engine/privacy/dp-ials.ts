import { HomebodyError } from '../../domain/errors.ts';
import { IalsFoldIn } from '../explain/ials-fold-in.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import type { Steps } from '../training/steps.ts';
import { gramianOf } from './gramian.ts';
import type { NormalSource } from './noise-source.ts';
import { tasteColumns } from './taste-columns.ts';

export interface DpIalsOptions {
  readonly config: IalsConfig;
  /** z: standard deviation of the noise over the norm of 1 that a user's part is clipped to. 0: no noise. */
  readonly noiseMultiplier: number;
  /** Of the noise alone; the start is drawn from the config's seed. */
  readonly noise: NormalSource;
  readonly start: NormalSource;
}

/** Item embeddings that may be handed on, and their Gramian, as an iALS model has them. */
export interface ItemTable {
  /** Float32[itemCount · dim]. */
  readonly embeddings: Float32Array<ArrayBuffer>;
  /** Float32[dim · dim]. */
  readonly gramian: Float32Array<ArrayBuffer>;
}

/**
 * The item side of iALS under differential privacy of users, add or remove, after "private alternating least
 * squares" (DPALS; Chien, Jain, Krichene, Rendle, Song, Thakurta, Zhang, ICML 2021). A user's vector is solved in
 * closed form from their own history and the table as it was released last, and stays with them. The items are
 * made from sums over the users, of norm 1 for each user, to which Gaussian noise is added at once; nothing else of
 * the users is looked at. One pass is one release of the Gaussian mechanism without sampling, so that the accountant
 * counts `config.epochs` steps, the first of which is the popularity of the items.
 *
 * Differs from the paper, all for less noise: a long history is scaled where they sample from it; popularity has a
 * column and a pass of its own, so that the users' norm is spent on what tells them apart; columns are made
 * orthogonal where they solve with noisy Gramians (as in the noisy power method of Hardt and Price, NeurIPS 2014);
 * what is lost in noise is shrunk, which needs no more of the users.
 */
export function* dpIalsSteps(byUser: Csr, options: DpIalsOptions): Steps<ItemTable> {
  const { config, noiseMultiplier: z, noise, start } = options;
  const { dim, epochs } = config;
  const itemCount = byUser.columnCount;
  if (byUser.rowCount === 0 || byUser.columns.length === 0) throw nothingToLearn();
  const popularity = popularitySums(byUser);
  addNoise(popularity, z, noise);
  let tastes = Float64Array.from({ length: itemCount * (dim - 1) }, () => start.normal());
  for (let pass = 1; pass < epochs; pass++) {
    yield;
    const table = tableOf(popularity, tastes, dim);
    const sums = yield* tasteSumSteps(byUser, config, table);
    addNoise(sums, z, noise);
    tastes = tasteColumns(sums, dim - 1, popularity, z);
  }
  // Without a second pass the columns are still those of the start, and say nothing.
  return tableOf(popularity, epochs > 1 ? tastes : tastes.fill(0), dim);
}

const ONE = Float64Array.of(1);

/** What the first release is made of: a user more or less changes it by a norm of 1. Float64[itemCount]. */
export function popularitySums(byUser: Csr): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(byUser.columnCount);
  for (let user = 0; user < byUser.rowCount; user++) addUser(sums, likedItems(byUser, user), ONE);
  return sums;
}

/** What the release of a later pass is made of, the same. Float64[itemCount · (dim − 1)]. */
export function* tasteSumSteps(
  byUser: Csr,
  config: IalsConfig,
  table: ItemTable,
): Steps<Float64Array<ArrayBuffer>> {
  const sums = new Float64Array(byUser.columnCount * (config.dim - 1));
  for (let user = 0; user < byUser.rowCount; user++) {
    const items = likedItems(byUser, user);
    if (items.length > 0) addUser(sums, items, userVector(config, table, items).subarray(1));
    if ((user & 31) === 31) yield;
  }
  return sums;
}

/**
 * Adds one user's part: vector / (‖vector‖ √|items|) to each of their items, a matrix of norm 1 whatever the
 * history. A vector without direction adds nothing. `sums`: Float64[itemCount · vector].
 */
export function addUser(sums: Float64Array, items: Int32Array, vector: Float64Array): void {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(norm > 0 && norm < Infinity)) return;
  const scale = 1 / (norm * Math.sqrt(items.length));
  for (const item of items) {
    for (let i = 0; i < vector.length; i++) sums[item * vector.length + i]! += scale * vector[i]!;
  }
}

/** Noise of this standard deviation on each of the numbers. */
export function addNoise(sums: Float64Array, deviation: number, noise: NormalSource): void {
  if (deviation === 0) return;
  for (let i = 0; i < sums.length; i++) sums[i]! += deviation * noise.normal();
}

/** Popularity first; every column of mean square 1 / dim, so that an item's embedding is about as long as iALS's. */
function tableOf(popularity: Float64Array, tastes: Float64Array, dim: number): ItemTable {
  const itemCount = popularity.length;
  const embeddings = new Float32Array(itemCount * dim);
  const square = popularity.reduce((sum, value) => sum + Math.max(0, value) ** 2, 0) / itemCount;
  for (let item = 0; item < itemCount; item++) {
    // A negative sum is noise.
    embeddings[item * dim] = Math.max(0, popularity[item]!) / Math.sqrt(dim * (square || 1));
    for (let i = 1; i < dim; i++) {
      embeddings[item * dim + i] = tastes[item * (dim - 1) + i - 1]! / Math.sqrt(dim);
    }
  }
  return { embeddings, gramian: gramianOf(embeddings, dim) };
}

/** A user's vector by a table that was released: what their own device makes of it. Float64[dim]. */
export function userVector(
  config: IalsConfig,
  table: ItemTable,
  items: Int32Array<ArrayBuffer>,
): Float64Array {
  const itemCount = table.embeddings.length / config.dim;
  const history = { items, weights: new Float64Array(items.length).fill(1) };
  return new IalsFoldIn({ config, itemCount, ...table }, history).embedding;
}

/** Items of a user with a positive weight; how large it is does not count. */
function likedItems(byUser: Csr, user: number): Int32Array<ArrayBuffer> {
  const begin = byUser.offsets[user]!;
  return rowColumns(byUser, user).filter((_, i) => byUser.weights[begin + i]! > 0);
}

const nothingToLearn = (): HomebodyError =>
  new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
    remedy: 'Import a log with at least one view, like, purchase or rating.',
  });
