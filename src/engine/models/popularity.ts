import { itemIndex } from '../../domain/ids.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { recentLikerSteps } from './recent-likers.ts';
import type { FitReport, RankedLists, Recommender, RecommenderKind, SavedModel } from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, settingList } from './settings.ts';

const DAY_MS = 86_400_000;

export interface PopularityConfig {
  /** Days after which a liking counts half (see `recentLikerSteps`); 0: all count alike. ≥ 0. */
  readonly halfLifeDays: number;
}

const SETTINGS: SettingsOf<PopularityConfig> = {
  halfLifeDays: { kind: 'number', min: 0, max: Infinity, default: 0, usual: [1, 365] },
};

/**
 * Popularity: the same list for everybody, items by the number of users who like them on balance, or by how recently
 * they came to. The baseline of every table, and the feed before there is a model; what is popular in a department is
 * the walk with the other departments hidden. Runs on the host; no kernel pays off.
 */
export class Popularity implements Recommender {
  readonly name = 'popularity';
  readonly config: PopularityConfig;
  /** See `LikerCounts`; with a half-life each user counts 0 … 1. Float32[itemCount]; exact up to 2²⁴ users. */
  counts: Float32Array<ArrayBuffer> = new Float32Array();
  /** Items by falling count, ties by the smaller item. */
  #order: Int32Array<ArrayBuffer> = new Int32Array();
  #userCount = 0;

  /** @throws 'argument/range' */
  constructor(config: Partial<PopularityConfig> = {}) {
    this.config = configBy(SETTINGS, config);
  }

  get itemCount(): number {
    return this.counts.length;
  }

  get userCount(): number {
    return this.#userCount;
  }

  /** @throws 'training/no-data' with a half-life where no event has a time. */
  async fit(byUser: Csr, run: TrainingRun, sequences?: Sequences): Promise<FitReport> {
    throwIfCancelled(run.signal);
    const { halfLifeDays } = this.config;
    if (halfLifeDays > 0) {
      const steps = recentLikerSteps(byUser, sequences, halfLifeDays * DAY_MS);
      this.settle(await inTurns(steps, new Pacer(run)), byUser.rowCount);
    } else {
      this.count(byUser);
    }
    return { losses: [] };
  }

  /** All alike, whatever the half-life, for whoever has nothing to cancel: a single pass over the entries. */
  count(byUser: Csr): void {
    this.settle(countLikers(byUser), byUser.rowCount);
  }

  /** Takes the counts over. */
  settle(counts: Float32Array<ArrayBuffer>, userCount: number): void {
    this.counts = counts;
    this.#userCount = userCount;
    this.#order = Int32Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    const items = new Int32Array(users.length * k).fill(-1);
    const scores = new Float32Array(users.length * k).fill(-Infinity);
    for (let q = 0; q < users.length; q++) {
      const hidden = new Set(excluded.items.subarray(excluded.offsets[q]!, excluded.offsets[q + 1]!));
      this.walk(k, hidden).forEach((item, place) => {
        items[q * k + place] = item;
        scores[q * k + place] = this.counts[item]!;
      });
    }
    return { k, items, scores };
  }

  /** The k most popular items that are not hidden. */
  walk(k: number, hidden: { has(item: number): boolean }): Int32Array<ArrayBuffer> {
    const list = new Int32Array(Math.min(k, this.#order.length));
    let length = 0;
    for (let i = 0; i < this.#order.length && length < list.length; i++) {
      if (!hidden.has(this.#order[i]!)) list[length++] = this.#order[i]!;
    }
    return list.subarray(0, length);
  }

  scoreItems(_user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    return Float64Array.from(items, (item) => this.counts[item]!);
  }

  /** Popularity tells no item from another: the most popular others. */
  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    const hidden = new Set([item]);
    allowed?.forEach((may, other) => may === 0 && hidden.add(other));
    return Array.from(this.walk(k, hidden), (other) => ({
      item: itemIndex(other),
      score: this.similarity(),
    }));
  }

  /** It knows nothing of what items are like. */
  similarity(): number {
    return 0;
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return items.length < 2 ? Number.NaN : 0;
  }

  save(): SavedModel {
    const counts = { shape: [this.itemCount], values: this.counts };
    return { name: this.name, config: this.config, tensors: { [tensorOf(this.config)]: counts } };
  }

  moveTo(): void {}

  release(): void {}
}

/** The file of a model holds plain counts under the first name, whatever the model. */
function tensorOf({ halfLifeDays }: PopularityConfig): string {
  return halfLifeDays > 0 ? 'recent_popularity' : 'popularity';
}

function countLikers(byUser: Csr): Float32Array<ArrayBuffer> {
  const counts = new Float32Array(byUser.columnCount);
  for (let e = 0; e < byUser.columns.length; e++) {
    if (isLiking(byUser.weights[e]!)) counts[byUser.columns[e]!]! += 1;
  }
  return counts;
}

export const POPULARITY: RecommenderKind<PopularityConfig> = {
  name: 'popularity',
  settings: settingList(SETTINGS),
  learnsOrder: false,
  foldsIn: false,
  explains: 'nothing',
  homes: [],
  config: (given) => configBy(SETTINGS, given),
  readsEvents: ({ halfLifeDays }) => halfLifeDays > 0,
  create: (config) => new Popularity(config),
  load: (saved) => {
    const model = new Popularity(saved.config as Partial<PopularityConfig>);
    model.settle(requireTensor(saved.tensors, tensorOf(model.config), 'F32', [null]).values, 0);
    return model;
  },
};
