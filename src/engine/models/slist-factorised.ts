import { createRng } from '../../domain/rng.ts';
import { HOME_NAMES } from '../../domain/training.ts';
import type { F32Buffer } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { blockAt } from '../linear/products.ts';
import type { Steps } from '../training/steps.ts';
import { inTurns } from '../training/steps.ts';
import { Cosines } from './cosines.ts';
import { denseWeights } from './item-weights.ts';
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
  solve: async ({ sequences, config, sums, pacer }, products, onPart) => {
    const n = sequences.itemCount;
    const dim = Math.min(config.dim, n);
    const weights = await ridge(products, sums, n, (part) => onPart(part / 2));
    const transitions = await products.copyIn(sums.transitions);
    const damping = dampingOf(sequences, config.popularityDamping);
    const [rows, contexts] = [products.create(dim * n), products.create(n * dim)];
    const wide = (buffer: F32Buffer) => blockAt(buffer, n, 0, 0);
    const narrow = blockAt(contexts, dim, 0, 0);
    /** B D Xᵀ of a basis X in rows, dim × n. n × dim, on the home. */
    const makeContexts = async (basis: Float32Array): Promise<void> => {
      products.write(rows, scaleColumns(basis, damping));
      const transposed = { right: wide(rows), rightTransposed: true };
      await products.multiply({
        left: wide(weights),
        ...transposed,
        out: narrow,
        rows: n,
        depth: n,
        columns: dim,
      });
    };
    let basis = randomRows(dim, n, config.seed);
    await inTurns(orthonormalise(basis, dim, n), pacer);
    for (let step = 0; step < config.iterations; step++) {
      await makeContexts(basis);
      const transposed = { left: narrow, leftTransposed: true, right: wide(transitions) };
      await products.multiply({ ...transposed, out: wide(rows), rows: dim, depth: n, columns: n });
      basis = scaleColumns(await products.copyOut(rows), damping);
      await inTurns(orthonormalise(basis, dim, n), pacer);
      onPart((1 + (step + 1) / (config.iterations + 1)) / 2);
    }
    await makeContexts(basis);
    const targets = scaleColumns(
      basis,
      damping.map((value) => 1 / value),
    );
    onPart(1);
    return product(await products.copyOut(contexts), transpose(targets, dim, n), n, dim);
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
  // The targets by column: what each number of a person says for every item.
  const byNumber = denseWeights(transpose(targets, itemCount, dim), itemCount);
  const numbers = new Int32Array(dim).map((_, i) => i);
  return {
    itemCount,
    tensors: {
      contexts: { shape: [itemCount, dim], values: contexts },
      targets: { shape: [itemCount, dim], values: targets },
    },
    weight: (source, target) => {
      let sum = 0;
      for (let i = 0; i < dim; i++) sum += contexts[source * dim + i]! * targets[target * dim + i]!;
      return sum;
    },
    scores: ({ items, weights }) => {
      const person = new Float64Array(dim);
      items.forEach((source, j) => {
        const weight = weights[j]!;
        for (let i = 0; i < dim; i++) person[i]! += weight * contexts[source * dim + i]!;
      });
      return byNumber.scores({ items: numbers, weights: person });
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
 * Gram–Schmidt on the rows, twice over each (once leaves errors where rows are nearly parallel: Giraud, Langou,
 * Rozložník, "The loss of orthogonality in the Gram–Schmidt orthogonalization process", 2005). A row that is spanned by
 * those before it becomes zero: the rank is then smaller than `rows`. In place; a seam per row.
 */
function* orthonormalise(values: Float32Array, rows: number, columns: number): Steps<void> {
  for (let row = 0; row < rows; row++) {
    const own = Float64Array.from(values.subarray(row * columns, (row + 1) * columns));
    const before = norm(own);
    project(own, values, row);
    project(own, values, row);
    const after = norm(own);
    const scale = after > 1e-6 * before ? 1 / after : 0;
    for (let i = 0; i < columns; i++) values[row * columns + i] = own[i]! * scale;
    yield;
  }
}

/** Takes off a vector what the first `rows` rows have of it; four rows at a time, so that it is read once for four. */
function project(own: Float64Array, values: Float32Array, rows: number): void {
  const columns = own.length;
  for (let row = 0; row < rows; row += 4) {
    const base = row * columns;
    // Beyond the last row the last one again, with no part in it.
    const [r1, r2, r3] = [1, 2, 3].map((next) => Math.min(row + next, rows - 1) * columns) as [
      number,
      number,
      number,
    ];
    let [d0, d1, d2, d3] = [0, 0, 0, 0];
    for (let i = 0; i < columns; i++) {
      const value = own[i]!;
      d0 += value * values[base + i]!;
      d1 += value * values[r1 + i]!;
      d2 += value * values[r2 + i]!;
      d3 += value * values[r3 + i]!;
    }
    if (row + 1 >= rows) d1 = 0;
    if (row + 2 >= rows) d2 = 0;
    if (row + 3 >= rows) d3 = 0;
    for (let i = 0; i < columns; i++) {
      own[i]! -= d0 * values[base + i]! + d1 * values[r1 + i]! + d2 * values[r2 + i]! + d3 * values[r3 + i]!;
    }
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
  homes: HOME_NAMES,
  config: slistFactorisedConfig,
  create: (config, home) => new LinearNextItem(FACTORISED, slistFactorisedConfig(config), home),
  load: (saved, home) => {
    const config = slistFactorisedConfig(saved.config as Partial<SlistFactorisedConfig>);
    const model = new LinearNextItem(FACTORISED, config, home);
    const contexts = requireTensor(saved.tensors, 'contexts', 'F32', [null, null]);
    const [itemCount, dim] = contexts.shape as [number, number];
    const targets = requireTensor(saved.tensors, 'targets', 'F32', [itemCount, dim]);
    model.settle(product(contexts.values, targets.values, itemCount, dim), savedPasts(saved, itemCount));
    return model;
  },
};
