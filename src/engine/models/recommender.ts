import type { ModelDescription } from '../../domain/model-description.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { Sequences } from '../interactions/sequences.ts';
import type { TrainingRun } from '../training/training-run.ts';

/**
 * What every model offers. A model is created for one home, filled by `fit` or by `load`, and gives its
 * buffers back in `release`. Users are rows of the training log; a person who is not in it (the visitor)
 * comes in by `foldIn`, where the model has it.
 */
export interface Recommender {
  readonly name: string;
  /** What `fit` was configured with, as plain JSON. */
  readonly config: unknown;
  readonly itemCount: number;
  /** Users that can be asked for by row; 0 before `fit`, and after `load` of a checkpoint without users. */
  readonly userCount: number;

  /**
   * `sequences`: the same users' events in order of time, for a model that learns what comes next or when it was.
   * @throws 'training/no-data', also where such a model gets none; 'training/cancelled', 'home/lost'. After a throw
   * the model is as before.
   */
  fit(byUser: Csr, run: TrainingRun, sequences?: Sequences): Promise<FitReport>;
  /**
   * The k best items of each user without those in `excluded` (list q belongs to users[q]); best first, ties
   * by the smaller item. @throws 'model/unsupported' when the users are not known.
   */
  recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists>;
  /** Scores of some items for one user, in f64. Float64[items.length]. */
  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer>;
  /** Nearest items, best first, the item itself left out. `allowed[i] = 0` leaves item i out. */
  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[];
  /** −1 … 1, how alike two items are. 0 where the model knows nothing of one of them. */
  similarity(a: number, b: number): number;
  /** Mean `similarity` of all pairs of some items, −1 … 1. NaN below two. */
  meanSimilarity(items: ArrayLike<number>): number;
  /** A person from a history alone, at once. Absent where the model cannot tell such people apart. */
  foldIn?(history: WeightedHistory): FoldedIn;

  /** Everything that `load` needs. `withUsers`: also what is known of each user of the log. */
  save(withUsers: boolean): SavedModel;
  /** Takes the model to another home (the old one was lost). */
  moveTo(home: KernelHome): void;
  /** Gives all buffers back. The model cannot be used afterwards. */
  release(): void;
}

/**
 * What is to be known of a kind of model, and how one comes to be. One entry per kind in the registry of whoever
 * offers a choice.
 */
export interface RecommenderKind<Config> extends ModelDescription {
  /** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
  config(given: Partial<Config>): Config;
  /** True where `fit` needs the sequences although the kind does not learn order. Absent: it never does. */
  readsEvents?(config: Config): boolean;
  create(config: Partial<Config>, home: KernelHome): Recommender;
  /** @throws 'checkpoint/format' when a tensor is missing or misshapen. */
  load(saved: SavedModel, home: KernelHome): Recommender;
}

export interface SavedModel {
  readonly name: string;
  readonly config: unknown;
  readonly tensors: CheckpointTensors;
}

export interface FitReport {
  /** Objective per observed interaction after each pass; empty where there is none. */
  readonly losses: readonly number[];
  /** Where it ended; another home than the given one when that was lost. Absent where no kernel is used. */
  readonly home?: KernelHome;
}

/** `queryCount` lists of k places each; missing places hold item −1 and score −Infinity. */
export interface RankedLists {
  readonly k: number;
  readonly items: Int32Array<ArrayBuffer>;
  readonly scores: Float32Array<ArrayBuffer>;
}

/** One person, as a model sees them. Depends on the history's content alone. */
export interface FoldedIn {
  /** True when something in the history attracts; without that there is nothing to recommend by. */
  readonly attracted: boolean;
  score(item: number): number;
  /** The k best items of each query, by the scores of the home's kernel: candidates, to be scored anew. */
  candidates(k: number, queries: readonly CandidateQuery[]): Promise<readonly Int32Array<ArrayBuffer>[]>;
  /**
   * Signed shares of the history's items in the score; they sum to it. In the history's order. Float64[n]. Absent, as
   * is `shareOf`, where a score is no sum over the history: a network reads it as a whole.
   */
  shares?(item: number): Float64Array<ArrayBuffer>;
  /** The share of the history's j-th item alone, of any item: cheap where many are asked for. */
  shareOf?(j: number): (item: number) => number;
}

export interface CandidateQuery {
  /** What to rank by: the whole score, or the share that the history's j-th item has in it, where there is one. */
  readonly by: 'score' | number;
  /** Ascending. */
  readonly excluded: Int32Array;
}
