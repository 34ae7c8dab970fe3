import { HomebodyError } from '../../domain/errors.ts';
import { HOME_NAMES } from '../../domain/training.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { Csr } from '../interactions/csr.ts';
import { gram } from '../linear/gram.ts';
import { invertSpd } from '../linear/invert-spd.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { onHome } from '../training/on-home.ts';
import { Pacer } from '../training/pacer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { ItemBased, requireLikings } from './item-based.ts';
import { denseWeights } from './item-weights.ts';
import type { FitReport, RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, settingList } from './settings.ts';
import { userRowsFrom } from './user-rows.ts';

export interface EaseConfig {
  /** λ, on the squares of all weights. > 0. The larger the log, the larger it is best. */
  readonly l2: number;
}

/** λ = 500 is the paper's for MovieLens 20M. */
const EASE_SETTINGS: SettingsOf<EaseConfig> = {
  l2: { kind: 'number', min: 0, open: true, max: Infinity, default: 500, log: true, usual: [10, 10_000] },
};

/** Beyond this the four matrices of a fit do not fit into a tab. */
const MAX_ITEMS = 10_000;

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function easeConfig(partial: Partial<EaseConfig> = {}): EaseConfig {
  return configBy(EASE_SETTINGS, partial);
}

/**
 * EASE, an item-item model in closed form. Minimises over B with a diagonal of zeros
 *
 *   ‖X − X B‖² + λ‖B‖²:   B_ij = −P_ij / P_jj for i ≠ j,   P = (XᵀX + λ I)⁻¹,
 *
 * where X are the users' rows. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019. Differs:
 * X holds the weights of the pairs, not only ones; a dismissal is negative, and pushes away what goes with it.
 *
 * Two items are as alike as P says: −P_ij / √(P_ii P_jj), their partial correlation given all other items,
 * which is the geometric mean of B_ij and B_ji with their sign. It is fitted on its home, of which it keeps nothing,
 * and scores on the host.
 */
class Ease extends ItemBased<EaseConfig> {
  readonly name = 'ease';
  /** B row by row. Float32[itemCount · itemCount]. */
  #values: Float32Array<ArrayBuffer> = new Float32Array();

  async fit(byUser: Csr, run: TrainingRun): Promise<FitReport> {
    throwIfCancelled(run.signal);
    requireLikings(byUser);
    const itemCount = byUser.columnCount;
    requireSize(itemCount);
    const pacer = new Pacer(run);
    const matrix = await gram(byUser, pacer);
    for (let i = 0; i < itemCount; i++) matrix[i * itemCount + i]! += this.config.l2;
    const { result: values, home } = await onHome(this.home, run, (on) =>
      invertSpd(on, matrix, itemCount, run, (part) => this.tell(run, part, on)),
    );
    this.moveTo(home);
    await weightsFromInverse(values, itemCount, pacer);
    this.take(values, itemCount, byUser);
    return { losses: [], home };
  }

  /** Takes on what was learnt, here or before; the arrays are the model's from now on. */
  take(values: Float32Array<ArrayBuffer>, itemCount: number, byUser: Csr | null): void {
    this.#values = values;
    this.settle(denseWeights(values, itemCount), byUser);
  }

  override similarity(a: number, b: number): number {
    if (a === b) return 1;
    const forth = this.weights.weight(a, b);
    return Math.sign(forth) * Math.min(1, Math.sqrt(Math.max(0, forth * this.weights.weight(b, a))));
  }

  protected override tensors(): CheckpointTensors {
    return { item_weights: { shape: [this.itemCount, this.itemCount], values: this.#values } };
  }
}

/** P becomes B in place. */
async function weightsFromInverse(inverse: Float32Array, itemCount: number, pacer: Pacer): Promise<void> {
  const diagonal = Float64Array.from({ length: itemCount }, (_, i) => inverse[i * itemCount + i]!);
  for (let row = 0; row < itemCount; row++) {
    const base = row * itemCount;
    // Not −P: where two items have nothing to do with each other there must be 0, not −0.
    for (let i = 0; i < itemCount; i++) inverse[base + i] = 0 - inverse[base + i]! / diagonal[i]!;
    inverse[base + row] = 0;
    if (pacer.due) await pacer.breathe();
  }
}

function requireSize(itemCount: number): void {
  if (itemCount <= MAX_ITEMS) return;
  throw new HomebodyError('model/unsupported', `EASE takes catalogues of up to ${MAX_ITEMS} items.`, {
    remedy: 'Use iALS for a larger catalogue.',
    detail: { itemCount, most: MAX_ITEMS },
  });
}

export const EASE: RecommenderKind<EaseConfig> = {
  name: 'ease',
  settings: settingList(EASE_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: easeConfig,
  create: (config, home) => new Ease(easeConfig(config), home),
  load: (saved, home) => {
    const weights = requireTensor(saved.tensors, 'item_weights', 'F32', [null, null]);
    const itemCount = weights.shape[0]!;
    requireTensor(saved.tensors, 'item_weights', 'F32', [itemCount, itemCount]);
    const model = new Ease(easeConfig(saved.config as Partial<EaseConfig>), home);
    model.take(weights.values, itemCount, userRowsFrom(saved.tensors, itemCount));
    return model;
  },
};
