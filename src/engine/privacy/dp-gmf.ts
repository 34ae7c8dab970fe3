import { HomebodyError } from '../../domain/errors.ts';
import type { Rng } from '../../domain/rng.ts';
import { IalsFoldIn } from '../explain/ials-fold-in.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryOf, rowColumns } from '../interactions/csr.ts';
import { sigmoid } from '../models/dot-product.ts';
import type { Steps } from '../training/steps.ts';
import type { SampledGaussian } from './accountant/mechanism.ts';
import type { RowGradient } from './dp-sgd.ts';
import { addClipped, noisyMean, poissonSample } from './dp-sgd.ts';
import { gramianOf } from './gramian.ts';
import type { NormalSource } from './noise-source.ts';

export interface DpGmfConfig {
  /** Embedding width. Integer, 1 … 512. */
  readonly dim: number;
  /** Steps of SGD. Integer, 1 and more. */
  readonly steps: number;
  /** q, chance of a user to be in a step. Above 0, at most 1. */
  readonly samplingRate: number;
  /** Sampled pairs of each observed one. Integer, 1 and more. */
  readonly negatives: number;
  /** Norm that the gradient of a user is clipped to. > 0. */
  readonly bound: number;
  /** > 0. */
  readonly learningRate: number;
}

export interface DpGmfOptions {
  readonly config: DpGmfConfig;
  /** z: standard deviation of the noise over the clipping norm. */
  readonly noiseMultiplier: number;
  /** Of the noise; cryptographic for a real release. */
  readonly noise: NormalSource;
  /** Of the sample of users and their negatives; cryptographic for a real release: who knows the sample has no q. */
  readonly sample: Pick<Rng, 'next' | 'int'>;
  readonly start: NormalSource;
}

export const mechanismOfGmf = (config: DpGmfConfig, noiseMultiplier: number): SampledGaussian => ({
  samplingRate: config.samplingRate,
  noiseMultiplier,
  steps: config.steps,
});

/** Standard deviation of the first embeddings, before division by √dim. */
const START = 0.1;

/**
 * Item embeddings of GMF (`models/gmf.ts`, scale 1 and offset 0) by DP-SGD at the level of users: in each step a Poisson
 * sample of the users; of each the gradient of binary cross-entropy over all of their pairs and as many random items
 * as `negatives` says, clipped as a whole; Gaussian noise on every number of the table. The vector of a user is folded
 * in by least squares on the table as it is, on their own device, and is never part of it. So a user is the unit,
 * however many pairs they have. Float32[itemCount · dim].
 * @throws 'training/no-data'
 */
export function* dpGmfSteps(byUser: Csr, options: DpGmfOptions): Steps<Float32Array<ArrayBuffer>> {
  const { config, noiseMultiplier, noise, sample, start } = options;
  const { dim, steps, samplingRate, bound, learningRate } = config;
  const { rowCount, columnCount } = byUser;
  if (byUser.columns.length === 0) {
    throw new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
      remedy: 'Import a log with at least one view, like, purchase or rating.',
    });
  }
  const table = Float32Array.from(
    { length: columnCount * dim },
    () => (START * start.normal()) / Math.sqrt(dim),
  );
  for (let step = 0; step < steps; step++) {
    const sum = new Float64Array(table.length);
    const gramian = gramianOf(table, dim);
    for (const user of poissonSample(rowCount, samplingRate, sample)) {
      if (rowColumns(byUser, user).length === 0) continue;
      addClipped(sum, userGradient(byUser, user, table, gramian, config, sample), dim, bound);
      if ((user & 31) === 31) yield;
    }
    noisyMean(sum, { noiseMultiplier, bound, expected: samplingRate * rowCount }, noise);
    for (let i = 0; i < table.length; i++) table[i]! -= learningRate * sum[i]!;
    yield;
  }
  return table;
}

/** Gradient of one user's loss by the rows of the items in their pairs. */
function userGradient(
  byUser: Csr,
  user: number,
  table: Float32Array<ArrayBuffer>,
  gramian: Float32Array<ArrayBuffer>,
  { dim, negatives }: DpGmfConfig,
  sample: Pick<Rng, 'int'>,
): RowGradient {
  const items = rowColumns(byUser, user);
  const vector = foldIn(items, table, gramian, dim, negatives, byUser.columnCount);
  const gradient = new Map<number, Float64Array>();
  const add = (item: number, label: number): void => {
    let product = 0;
    for (let i = 0; i < dim; i++) product += vector[i]! * table[item * dim + i]!;
    const error = sigmoid(product) - label;
    const row = gradient.get(item) ?? new Float64Array(dim);
    for (let i = 0; i < dim; i++) row[i]! += error * vector[i]!;
    gradient.set(item, row);
  };
  for (const item of items) {
    add(item, 1);
    for (let n = 0; n < negatives; n++) {
      const other = sample.int(byUser.columnCount);
      // One that the user has is left out, not drawn again: the number of draws must not hang on the history.
      if (entryOf(byUser, user, other) < 0) add(other, 0);
    }
  }
  return gradient;
}

/** The vectors of all users by a table, each from their own history. Float32[userCount · dim]. */
export function* gmfUserSteps(
  byUser: Csr,
  table: Float32Array<ArrayBuffer>,
  { dim, negatives }: DpGmfConfig,
): Steps<Float32Array<ArrayBuffer>> {
  const users = new Float32Array(byUser.rowCount * dim);
  const gramian = gramianOf(table, dim);
  for (let user = 0; user < byUser.rowCount; user++) {
    const items = rowColumns(byUser, user);
    if (items.length > 0) {
      users.set(foldIn(items, table, gramian, dim, negatives, byUser.columnCount), user * dim);
    }
    if ((user & 31) === 31) yield;
  }
  return users;
}

/** As GMF folds a person in (`models/dot-product.ts`), scaled to a length at which the loss is far from flat. */
function foldIn(
  items: Int32Array<ArrayBuffer>,
  embeddings: Float32Array<ArrayBuffer>,
  gramian: Float32Array<ArrayBuffer>,
  dim: number,
  negatives: number,
  itemCount: number,
): Float64Array {
  const config = {
    dim,
    unobservedWeight: (negatives * items.length) / itemCount,
    regularisation: RIDGE + ROUNDING * meanDiagonal(gramian, dim),
    regularisationExponent: 0,
  };
  const history = { items, weights: new Float64Array(items.length).fill(1) };
  const vector = new IalsFoldIn({ config, itemCount, embeddings, gramian }, history).embedding;
  const norm = Math.sqrt(vector.reduce((total, value) => total + value * value, 0));
  return norm > 0 ? vector.map((value) => (Math.sqrt(dim) * value) / norm) : vector;
}

const RIDGE = 1e-3;
/** Of the mean eigenvalue of the Gramian, whose entries are f32: without it, rounding makes a flat one indefinite. */
const ROUNDING = 1e-5;

function meanDiagonal(gramian: Float32Array, dim: number): number {
  let trace = 0;
  for (let i = 0; i < dim; i++) trace += gramian[i * dim + i]!;
  return trace / dim;
}
