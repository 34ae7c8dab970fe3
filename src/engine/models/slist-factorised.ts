import { createRng } from '../../domain/rng.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { multiply } from '../linear/multiply.ts';
import type { Steps } from '../training/steps.ts';
import { inTurns } from '../training/steps.ts';
import { Cosines } from './cosines.ts';
import type { ItemToItem, LinearNextItemKind } from './linear-next-item.ts';
import { LinearNextItem, savedPasts } from './linear-next-item.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SlistFactorisedConfig } from './slist-config.ts';
import { SLIST_FACTORISED_SETTINGS, slistFactorisedConfig } from './slist-config.ts';
import { settingList } from './settings.ts';
import { ridge } from './slist.ts';

/**
 * SLIST of rank `dim`, as the product of context and target embeddings: reduced-rank regression of damped targets. With
 * B, S and T as in `slist.ts`, P = SᵀT and D = diag(popularity^−η), the best B of that rank for the targets T D is
 *
 *   B D F Fᵀ,   F = the top eigenvectors of D Pᵀ B D.
 *
 * So contexts E = B D F, targets D⁻¹ F, score = (s · E) · (D⁻¹ F)ᵀ. Without D the rank is spent on what is popular.
 * Izenman, "Reduced-rank regression for the multivariate linear model", J. Multivariate Analysis 1975 (it leaves out
 * the ridge, which makes D Pᵀ B D the covariance of the fitted values but for λ); subspace iteration: Golub & Van
 * Loan, Matrix Computations, §8.2. Any basis of F's span gives the same scores, so none is singled out.
 */
const FACTORISED: LinearNextItemKind<SlistFactorisedConfig> = {
  name: 'slist-factorised',
  solve: async (sequences, config, pacer) => {
    const n = sequences.itemCount;
    const dim = Math.min(config.dim, n);
    const { inverse, transitions } = await ridge(sequences, config, pacer);
    const damping = dampingOf(sequences, config.popularityDamping);
    /** B D Xᵀ of a basis X in rows, dim × n. n × dim. */
    const contextsOf = async (basis: Float32Array): Promise<Float32Array<ArrayBuffer>> => {
      const damped = transpose(scaleColumns(basis, damping), dim, n);
      return multiply(inverse, await multiply(transitions, damped, n, n, dim, pacer), n, n, dim, pacer);
    };
    let basis = randomRows(dim, n, config.seed);
    await inTurns(orthonormalise(basis, dim, n), pacer);
    for (let step = 0; step < config.iterations; step++) {
      const contexts = await contextsOf(basis);
      const next = await multiply(transpose(contexts, n, dim), transitions, dim, n, n, pacer);
      basis = scaleColumns(next, damping);
      await inTurns(orthonormalise(basis, dim, n), pacer);
    }
    const contexts = await contextsOf(basis);
    const targets = scaleColumns(
      basis,
      damping.map((value) => 1 / value),
    );
    return product(contexts, transpose(targets, dim, n), n, dim);
  },
};

/** (popularity + 1)^−exponent; popularity counts positions. Float64[itemCount]. */
function dampingOf({ itemCount, items }: Sequences, exponent: number): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(itemCount).fill(1);
  for (const item of items) counts[item]! += 1;
  return counts.map((count) => count ** -exponent);
}

/** B as E · Fᵀ, both n × dim. Items are alike whose contexts are: F's span being orthonormal, that compares B's rows. */
function product(
  contexts: Float32Array<ArrayBuffer>,
  targets: Float32Array<ArrayBuffer>,
  itemCount: number,
  dim: number,
): ItemToItem {
  const cosines = new Cosines(contexts, dim);
  const toTarget = (vector: Float64Array | Float32Array, from: number, target: number): number => {
    const base = target * dim;
    let sum = 0;
    for (let i = 0; i < dim; i++) sum += vector[from + i]! * targets[base + i]!;
    return sum;
  };
  return {
    itemCount,
    tensors: {
      contexts: { shape: [itemCount, dim], values: contexts },
      targets: { shape: [itemCount, dim], values: targets },
    },
    weight: (source, target) => toTarget(contexts, source * dim, target),
    scores: ({ items, weights }) => {
      const person = new Float64Array(dim);
      items.forEach((source, j) => {
        const weight = weights[j]!;
        for (let i = 0; i < dim; i++) person[i]! += weight * contexts[source * dim + i]!;
      });
      return Float64Array.from({ length: itemCount }, (_, target) => toTarget(person, 0, target));
    },
    similarity: (a, b) => cosines.of(a, b),
    meanSimilarity: (items) => cosines.mean(items),
  };
}

function randomRows(rows: number, columns: number, seed: number): Float32Array<ArrayBuffer> {
  const rng = createRng(seed).fork('slist/basis');
  return Float32Array.from({ length: rows * columns }, () => rng.normal());
}

/**
 * Gram–Schmidt on the rows, twice over each (once leaves errors where rows are nearly parallel). A row that is spanned
 * by those before it becomes zero: the rank is then smaller than `rows`. In place; a seam per row.
 */
function* orthonormalise(values: Float32Array, rows: number, columns: number): Steps<void> {
  for (let row = 0; row < rows; row++) {
    const own = Float64Array.from(values.subarray(row * columns, (row + 1) * columns));
    const before = norm(own);
    for (let other = 0; other < 2 * row; other++) {
      const base = (other % row) * columns;
      let dot = 0;
      for (let i = 0; i < columns; i++) dot += own[i]! * values[base + i]!;
      for (let i = 0; i < columns; i++) own[i]! -= dot * values[base + i]!;
    }
    const after = norm(own);
    const scale = after > 1e-6 * before ? 1 / after : 0;
    for (let i = 0; i < columns; i++) values[row * columns + i] = own[i]! * scale;
    yield;
  }
}

function norm(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column]!;
    }
  }
  return turned;
}

function scaleColumns(values: Float32Array, factors: Float64Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (value, i) => value * factors[i % factors.length]!);
}

export const SLIST_FACTORISED: RecommenderKind<SlistFactorisedConfig> = {
  name: FACTORISED.name,
  settings: settingList(SLIST_FACTORISED_SETTINGS),
  learnsOrder: true,
  foldsIn: true,
  explains: 'shares',
  homes: [],
  config: slistFactorisedConfig,
  create: (config) => new LinearNextItem(FACTORISED, slistFactorisedConfig(config)),
  load: (saved) => {
    const config = slistFactorisedConfig(saved.config as Partial<SlistFactorisedConfig>);
    const model = new LinearNextItem(FACTORISED, config);
    const contexts = requireTensor(saved.tensors, 'contexts', 'F32', [null, null]);
    const [itemCount, dim] = contexts.shape as [number, number];
    const targets = requireTensor(saved.tensors, 'targets', 'F32', [itemCount, dim]);
    model.settle(product(contexts.values, targets.values, itemCount, dim), savedPasts(saved, itemCount));
    return model;
  },
};
