import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { Csr } from '../interactions/csr.ts';
import { transposeSteps } from '../interactions/transpose.ts';
import { addGramRow } from '../linear/gram.ts';
import { topK } from '../scoring/top-k.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { bm25Weights } from './bm25.ts';
import { ItemBased, requireLikings } from './item-based.ts';
import type { ItemKnnConfig } from './item-knn-config.ts';
import { ITEM_KNN_SETTINGS, itemKnnConfig } from './item-knn-config.ts';
import { sparseWeights } from './item-weights.ts';
import type { FitReport, RecommenderKind } from './recommender.ts';
import { settingList } from './settings.ts';
import { requireCsr, userRowsFrom } from './user-rows.ts';

const TENSORS = ['neighbour_offsets', 'neighbour_items', 'neighbour_similarities'] as const;

/**
 * Item-based k nearest neighbours. With x_i the column of item i in the users' rows, weighted if so configured,
 *
 *   s_ij = x_i·x_j / (‖x_i‖‖x_j‖ + shrink),   score(i) = Σ_j w_j s_ij over j in N_k(i),
 *
 * N_k(i) being the k items of the largest s_ij above 0, ties by the smaller item. Deshpande & Karypis, "Item-based
 * top-N recommendation algorithms", TOIS 2004; shrinkage, BM25 and the scoring by the neighbours of the item to
 * score as in Ferrari Dacrema, Cremonesi, Jannach, RecSys 2019, and in RecBole's ItemKNN. The weighting shapes
 * the similarities only: a history counts by its weights as they are. Runs on the host.
 *
 * Items are as alike as s says, where one of them is a neighbour of the other, and else 0.
 */
class ItemKnn extends ItemBased<ItemKnnConfig> {
  readonly name = 'item-knn';
  /** Row j: the items that j is a neighbour of, with s_ij. */
  #byNeighbour: Csr | null = null;

  async fit(byUser: Csr, run: TrainingRun): Promise<FitReport> {
    throwIfCancelled(run.signal);
    requireLikings(byUser);
    const weighted = this.config.weighting === 'bm25' ? bm25Weights(byUser) : byUser;
    const pacer = new Pacer(run);
    const neighbours = await nearest(weighted, this.config, pacer, (part) => this.tell(run, part));
    this.take(await inTurns(transposeSteps(neighbours), pacer), byUser);
    return { losses: [] };
  }

  /** Takes on what was learnt, here or before; the arrays are the model's from now on. */
  take(byNeighbour: Csr, byUser: Csr | null): void {
    this.#byNeighbour = byNeighbour;
    this.settle(sparseWeights(byNeighbour), byUser);
  }

  override similarity(a: number, b: number): number {
    return a === b ? 1 : Math.max(this.weights.weight(a, b), this.weights.weight(b, a));
  }

  protected override tensors(): CheckpointTensors {
    if (!this.#byNeighbour) return {};
    const { offsets, columns, weights } = this.#byNeighbour;
    return {
      [TENSORS[0]]: { shape: [offsets.length], values: offsets },
      [TENSORS[1]]: { shape: [columns.length], values: columns },
      [TENSORS[2]]: { shape: [weights.length], values: weights },
    };
  }
}

/** Row i: N_k(i) with s_ij. `onPart` hears the fraction of the items that is done. */
async function nearest(
  byUser: Csr,
  { k, shrink }: ItemKnnConfig,
  pacer: Pacer,
  onPart: (part: number) => void,
): Promise<Csr> {
  const itemCount = byUser.columnCount;
  const byItem = await inTurns(transposeSteps(byUser), pacer);
  const norms = columnNorms(byUser);
  const products = new Float64Array(itemCount);
  const offsets = new Int32Array(itemCount + 1);
  const columns: Int32Array[] = [];
  const weights: Float32Array[] = [];
  for (let item = 0; item < itemCount; item++) {
    products.fill(0);
    addGramRow(byUser, byItem, item, products);
    products[item] = 0;
    const found = topK(itemCount, k, (other) =>
      products[other]! > 0 ? products[other]! / (norms[item]! * norms[other]! + shrink) : -Infinity,
    ).sort((a, b) => a.item - b.item);
    columns.push(Int32Array.from(found, (neighbour) => neighbour.item));
    // A cosine of 1 may come out a last bit above it.
    weights.push(Float32Array.from(found, ({ score }) => Math.min(1, score)));
    offsets[item + 1] = offsets[item]! + found.length;
    if (pacer.due || item === itemCount - 1) {
      onPart((item + 1) / itemCount);
      await pacer.breathe();
    }
  }
  const csr = {
    rowCount: itemCount,
    columnCount: itemCount,
    offsets,
    columns: new Int32Array(offsets[itemCount]!),
    weights: new Float32Array(offsets[itemCount]!),
  };
  for (let item = 0; item < itemCount; item++) {
    csr.columns.set(columns[item]!, offsets[item]);
    csr.weights.set(weights[item]!, offsets[item]);
  }
  return csr;
}

/** Euclidean norm of each item's column. Float64[itemCount]. */
function columnNorms({ columnCount, columns, weights }: Csr): Float64Array<ArrayBuffer> {
  const squares = new Float64Array(columnCount);
  for (let e = 0; e < columns.length; e++) squares[columns[e]!]! += weights[e]! ** 2;
  return squares.map(Math.sqrt);
}

export const ITEM_KNN: RecommenderKind<ItemKnnConfig> = {
  name: 'item-knn',
  settings: settingList(ITEM_KNN_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: [],
  config: itemKnnConfig,
  create: (config, home) => new ItemKnn(itemKnnConfig(config), home),
  load: (saved, home) => {
    const itemCount = (saved.tensors[TENSORS[0]]?.shape[0] ?? 1) - 1;
    const byNeighbour = requireCsr(saved.tensors, TENSORS, itemCount);
    const model = new ItemKnn(itemKnnConfig(saved.config as Partial<ItemKnnConfig>), home);
    model.take(byNeighbour, userRowsFrom(saved.tensors, itemCount));
    return model;
  },
};
