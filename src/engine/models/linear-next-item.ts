import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { Products } from '../linear/products.ts';
import { rankScores } from '../scoring/rank-scores.ts';
import { topK } from '../scoring/top-k.ts';
import { onHome } from '../training/on-home.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { ItemWeights } from './item-weights.ts';
import { picked } from './item-weights.ts';
import { lastOf, pastOfHistory, pastOfUser, withoutRepeats } from './recent-history.ts';
import type { FitReport, FoldedIn, RankedLists, Recommender, SavedModel } from './recommender.ts';
import type { SlistConfig } from './slist-config.ts';
import type { SlistSums } from './slist-sums.ts';
import { slistSums } from './slist-sums.ts';

/** The matrix B of a linear model, whole or as a product: what each item of the past says for each item to come. */
export interface ItemToItem extends ItemWeights {
  readonly tensors: CheckpointTensors;
  similarity(a: number, b: number): number;
  meanSimilarity(items: ArrayLike<number>): number;
}

export interface LinearProblem<Config> {
  readonly sequences: Sequences;
  readonly config: Config;
  /** With λ on the diagonal of `sources`. */
  readonly sums: SlistSums;
  readonly pacer: Pacer;
}

/** Beyond this the matrices of a fit do not fit into a tab. */
const MAX_ITEMS = 10_000;

/** What sets one linear model apart from another. */
export interface LinearNextItemKind<Config extends SlistConfig> {
  readonly name: string;
  /** `onPart` hears the fraction that is done, 0 … 1. @throws 'training/cancelled', 'home/lost' */
  solve(
    problem: LinearProblem<Config>,
    products: Products,
    onPart: (part: number) => void,
  ): Promise<ItemToItem>;
}

/**
 * A model that scores what comes next by a past's decayed weights times an item-to-item matrix. Linear in the past, so
 * that the shares of its items are exact and forgetting one takes away its share and nothing else. It is fitted on its
 * home, of which it keeps nothing, and scores on the host.
 */
export class LinearNextItem<Config extends SlistConfig> implements Recommender {
  readonly name: string;
  readonly config: Config;
  readonly #kind: LinearNextItemKind<Config>;
  #home: KernelHome;
  #matrix: ItemToItem | null = null;
  /** The last `window` positions of each user of the log; no user after `load` without them. */
  #pasts: Sequences | null = null;

  constructor(kind: LinearNextItemKind<Config>, config: Config, home: KernelHome) {
    this.#kind = kind;
    this.name = kind.name;
    this.config = config;
    this.#home = home;
  }

  get itemCount(): number {
    return this.#matrix?.itemCount ?? 0;
  }

  get userCount(): number {
    return this.#pasts ? this.#pasts.offsets.length - 1 : 0;
  }

  async fit(_byUser: Csr, run: TrainingRun, sequences?: Sequences): Promise<FitReport> {
    const steps = sequences && withoutRepeats(sequences);
    if (!steps?.offsets.some((end, u) => u > 0 && end - steps.offsets[u - 1]! > 1)) {
      throw new HomebodyError('training/no-data', 'There is nobody of whom two things in a row are known.', {
        remedy: 'Import a log in which people have at least two events.',
      });
    }
    requireSize(steps.itemCount);
    const { config } = this;
    const pacer = new Pacer(run);
    await pacer.breathe();
    const sums = await inTurns(slistSums(steps, config), pacer);
    for (let i = 0; i < steps.itemCount; i++) sums.sources[i * (steps.itemCount + 1)]! += config.l2;
    const { result, home } = await onHome(this.#home, run, async (on) => {
      const products = new Products(on, run);
      const tell = (fraction: number): void =>
        run.onProgress?.({ epoch: 0, fraction, losses: [], home: on.name });
      try {
        return await this.#kind.solve({ sequences: steps, config, sums, pacer }, products, tell);
      } finally {
        products.release();
      }
    });
    this.#home = home;
    this.settle(result, lastOf(steps, config.window));
    return { losses: [], home };
  }

  /** Takes on what was learnt, here or before. */
  settle(matrix: ItemToItem, pasts: Sequences | null): void {
    this.#matrix = matrix;
    this.#pasts = pasts;
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    return rankScores(users.length, k, excluded, (q) => this.#scoresOf(users[q]!));
  }

  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    return picked(this.#scoresOf(user), items);
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    return topK(this.#known().itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  similarity(a: number, b: number): number {
    return this.#known().similarity(a, b);
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return this.#known().meanSimilarity(items);
  }

  foldIn(history: WeightedHistory): FoldedIn {
    const matrix = this.#known();
    const { queryDecay, window } = this.config;
    const past = pastOfHistory(history, queryDecay, window);
    const share = (j: number, item: number): number => past.weights[j]! * matrix.weight(past.items[j]!, item);
    let all: Float64Array | null = null;
    const scores = (): Float64Array => (all ??= matrix.scores(past));
    return {
      attracted: past.weights.some((weight) => weight > 0),
      score: (item) => scores()[item]!,
      shares: (item) => past.weights.map((_, j) => share(j, item)),
      shareOf: (j) => (item) => share(j, item),
      candidates: async (k, queries) =>
        queries.map(({ by, excluded }) => {
          const hidden = new Set(excluded);
          const scoreOf = (item: number): number => (by === 'score' ? scores()[item]! : share(by, item));
          const best = topK(matrix.itemCount, k, (item) => (hidden.has(item) ? -Infinity : scoreOf(item)));
          return Int32Array.from(best, ({ item }) => item);
        }),
    };
  }

  save(withUsers: boolean): SavedModel {
    const pasts = withUsers ? this.#pasts : null;
    return {
      name: this.name,
      config: this.config,
      tensors: {
        ...this.#known().tensors,
        ...(pasts && {
          past_offsets: { shape: [pasts.offsets.length], values: pasts.offsets },
          past_items: { shape: [pasts.items.length], values: pasts.items },
        }),
      },
    };
  }

  moveTo(home: KernelHome): void {
    this.#home = home;
  }

  release(): void {}

  #scoresOf(user: number): Float64Array<ArrayBuffer> {
    const matrix = this.#known();
    if (!this.#pasts) {
      throw new HomebodyError('model/unsupported', 'This model was stored without its users.', {
        remedy: 'Fold the history in instead, or train again.',
      });
    }
    return matrix.scores(pastOfUser(this.#pasts, user, this.config.queryDecay));
  }

  #known(): ItemToItem {
    if (this.#matrix) return this.#matrix;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }
}

function requireSize(itemCount: number): void {
  if (itemCount <= MAX_ITEMS) return;
  throw new HomebodyError('model/unsupported', `SLIST takes catalogues of up to ${MAX_ITEMS} items.`, {
    remedy: 'Use iALS for a larger catalogue.',
    detail: { itemCount, most: MAX_ITEMS },
  });
}

/** The users of a checkpoint, null where it has none. @throws 'checkpoint/format', also where they do not fit. */
export function savedPasts({ tensors }: SavedModel, itemCount: number): Sequences | null {
  if (!('past_offsets' in tensors)) return null;
  const offsets = requireTensor(tensors, 'past_offsets', 'I32', [null]).values;
  const items = requireTensor(tensors, 'past_items', 'I32', [offsets.at(-1) ?? -1]).values;
  const fits =
    offsets[0] === 0 &&
    offsets.every((offset, user) => user === 0 || offset >= offsets[user - 1]!) &&
    items.every((item) => item >= 0 && item < itemCount);
  if (fits) return { itemCount, offsets, items };
  throw new HomebodyError('checkpoint/format', "The model's past_offsets do not fit its other tensors.", {
    remedy: 'Train again; the stored model cannot be used.',
    detail: { itemCount },
  });
}
