import { HomebodyError } from '../../domain/errors.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import { invertSpd } from '../linear/invert-spd.ts';
import { multiply } from '../linear/multiply.ts';
import type { Sequences } from '../interactions/sequences.ts';
import type { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { Cosines } from './cosines.ts';
import { denseWeights } from './item-weights.ts';
import type { ItemToItem, LinearNextItemKind } from './linear-next-item.ts';
import { LinearNextItem, savedPasts } from './linear-next-item.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SlistConfig } from './slist-config.ts';
import { SLIST_SETTINGS, slistConfig } from './slist-config.ts';
import { settingList } from './settings.ts';
import { slistSums } from './slist-sums.ts';

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
  solve: async (sequences, config, pacer) => {
    const { inverse, transitions } = await ridge(sequences, config, pacer);
    const n = sequences.itemCount;
    return wholeMatrix(await multiply(inverse, transitions, n, n, n, pacer), n);
  },
};

/** Beyond this the four matrices of a fit do not fit into a tab. */
const MAX_ITEMS = 10_000;

/** The two factors of B: (SᵀS + λI)⁻¹ and SᵀT. Row-major, Float32[itemCount · itemCount] each. @throws 'model/unsupported' */
export async function ridge(
  sequences: Sequences,
  config: SlistConfig,
  pacer: Pacer,
): Promise<{ readonly inverse: Float32Array<ArrayBuffer>; readonly transitions: Float32Array<ArrayBuffer> }> {
  const { itemCount } = sequences;
  if (itemCount > MAX_ITEMS) {
    throw new HomebodyError('model/unsupported', `SLIST takes catalogues of up to ${MAX_ITEMS} items.`, {
      remedy: 'Use iALS for a larger catalogue.',
      detail: { itemCount, most: MAX_ITEMS },
    });
  }
  const { sources, transitions } = await inTurns(slistSums(sequences, config), pacer);
  for (let item = 0; item < itemCount; item++) sources[item * (itemCount + 1)]! += config.l2;
  return { inverse: await invertSpd(sources, itemCount, pacer), transitions };
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
  homes: [],
  config: slistConfig,
  create: (config) => new LinearNextItem(SLIT, slistConfig(config)),
  load: (saved) => {
    const model = new LinearNextItem(SLIT, slistConfig(saved.config as Partial<SlistConfig>));
    const { values, shape } = requireTensor(saved.tensors, 'item_to_item', 'F32', [null, null]);
    const itemCount = shape[0]!;
    requireTensor(saved.tensors, 'item_to_item', 'F32', [itemCount, itemCount]);
    model.settle(wholeMatrix(values, itemCount), savedPasts(saved, itemCount));
    return model;
  },
};
