import { HOME_NAMES } from '../../domain/training.ts';
import type { F32Buffer } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import { factorise } from '../linear/cholesky.ts';
import type { Products } from '../linear/products.ts';
import { solveInPlace } from '../linear/solve-spd.ts';
import { Cosines } from './cosines.ts';
import { denseWeights } from './item-weights.ts';
import type { ItemToItem, LinearNextItemKind } from './linear-next-item.ts';
import { LinearNextItem, savedPasts } from './linear-next-item.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SlistConfig } from './slist-config.ts';
import { SLIST_SETTINGS, slistConfig } from './slist-config.ts';
import { settingList } from './settings.ts';
import type { SlistSums } from './slist-sums.ts';

/**
 * SLIST, the session-aware linear item-item model: from the recent past to what comes next. Each sequence is cut at each
 * of its positions into a past, a row of S, and a future, a row of T, both weighted by the distance to the cut. Then
 *
 *   B = argmin ‖T − S B‖² + λ‖B‖² = (SᵀS + λI)⁻¹ SᵀT,    score = s · B with the weighted history s.
 *
 * Choi, Kim, Lee, Shim, Lee, "Session-aware linear item-item models for session-based recommendation", WWW 2021
 * (jin530/SLIST), of whose two parts it is the transitions (SLIT, the paper's α = 0); the likeness of whole histories is
 * what a blend adds. Differs: weights decay as (gap + 1)^−decay where the paper has e^(−gap/δ), since the long memory
 * of a power law ranks better on MovieLens 1M; and one sequence is all that a user ever took, not a session.
 */
const SLIT: LinearNextItemKind<SlistConfig> = {
  name: 'slist',
  solve: async ({ sums, sequences }, products, onPart) => {
    const effects = await ridge(products, sums, sequences.itemCount, onPart);
    return wholeMatrix(await products.copyOut(effects), sequences.itemCount);
  },
};

/** B = (SᵀS + λI)⁻¹ SᵀT on the home, [itemCount, itemCount], by Cholesky. */
export async function ridge(
  products: Products,
  { sources, transitions }: SlistSums,
  itemCount: number,
  onPart: (part: number) => void,
): Promise<F32Buffer> {
  const matrix = await products.copyIn(sources);
  // Of n³ operations the factor takes 1/3, the solution 2.
  const factor = await factorise(products, matrix, itemCount, (part) => onPart(part / 7));
  const right = await products.copyIn(transitions);
  await solveInPlace(products, factor, right, matrix, itemCount, (part) => onPart((1 + 6 * part) / 7));
  for (const buffer of [matrix, factor.lower, factor.inverses]) products.free(buffer);
  return right;
}

/** B as it is. Items are alike that say the same of what comes next: cosines of its rows. */
function wholeMatrix(values: Float32Array<ArrayBuffer>, itemCount: number): ItemToItem {
  const cosines = new Cosines(values, itemCount);
  return {
    ...denseWeights(values, itemCount),
    tensors: { item_to_item: { shape: [itemCount, itemCount], values } },
    similarity: (a, b) => cosines.of(a, b),
    meanSimilarity: (items) => cosines.mean(items),
  };
}

export const SLIST: RecommenderKind<SlistConfig> = {
  name: SLIT.name,
  settings: settingList(SLIST_SETTINGS),
  learnsOrder: true,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: slistConfig,
  create: (config, home) => new LinearNextItem(SLIT, slistConfig(config), home),
  load: (saved, home) => {
    const model = new LinearNextItem(SLIT, slistConfig(saved.config as Partial<SlistConfig>), home);
    const { values, shape } = requireTensor(saved.tensors, 'item_to_item', 'F32', [null, null]);
    const itemCount = shape[0]!;
    requireTensor(saved.tensors, 'item_to_item', 'F32', [itemCount, itemCount]);
    model.settle(wholeMatrix(values, itemCount), savedPasts(saved, itemCount));
    return model;
  },
};
