import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { Sequences } from '../interactions/sequences.ts';
import type { NetworkConfig, NextItemNetwork, Weights } from '../networks/network.ts';
import { rankScores } from '../scoring/rank-scores.ts';
import { topK } from '../scoring/top-k.ts';
import { onHome } from '../training/on-home.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { Cosines } from './cosines.ts';
import { savedPasts } from './linear-next-item.ts';
import { lastOf, withoutRepeats } from './recent-history.ts';
import type {
  FitReport,
  FoldedIn,
  RankedLists,
  Recommender,
  RecommenderKind,
  SavedModel,
} from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, settingList } from './settings.ts';

/**
 * A network over a sequence as a recommender. It learns by autodiff in a home, and answers on the host by a history's
 * latest `maxLength` items, in f64: score of i = h · y_i, with the state h after the last of them. Somebody of whom
 * nothing is known has the state 0.
 *
 * The network reads a history as a whole, so that its items have no shares in a score. What attracts nobody (a
 * dismissal) is not read.
 */
export class NetworkModel<Config extends NetworkConfig> implements Recommender {
  readonly name: string;
  readonly config: Config;
  readonly #network: NextItemNetwork<Config>;
  #home: KernelHome;
  #learnt: Learnt | null = null;
  /** The last `maxLength` items of each user of the log; null after `load` without them. */
  #pasts: Sequences | null = null;

  constructor(network: NextItemNetwork<Config>, config: Config, home: KernelHome) {
    this.#network = network;
    this.name = network.name;
    this.config = config;
    this.#home = home;
  }

  get itemCount(): number {
    return this.#learnt?.itemCount ?? 0;
  }

  get userCount(): number {
    return this.#pasts ? this.#pasts.offsets.length - 1 : 0;
  }

  async fit(_byUser: Csr, run: TrainingRun, sequences?: Sequences): Promise<FitReport> {
    const none = { itemCount: 0, offsets: Int32Array.of(0), items: new Int32Array(0) };
    const steps = withoutRepeats(sequences ?? none);
    // What only a training needs is fetched by it.
    const { trainNetwork } = await import('../networks/train-network.ts');
    const { result, home } = await onHome(this.#home, run, (on) =>
      trainNetwork(on, this.#network, this.config, steps, run),
    );
    this.#home = home;
    this.#settle(result.weights, lastOf(steps, this.config.maxLength));
    return { losses: result.losses, home };
  }

  /** Takes on what `save` gave. @throws 'checkpoint/format' */
  restore(saved: SavedModel): this {
    const { outputTable } = this.#network;
    const table = requireTensor(saved.tensors, outputTable, 'F32', [null, this.config.dim]);
    const itemCount = table.shape[0]!;
    const specs = Object.entries(this.#network.parameters(this.config, itemCount));
    const weights = specs.map(
      ([name, { shape }]) => [name, requireTensor(saved.tensors, name, 'F32', shape).values] as const,
    );
    this.#settle(Object.fromEntries(weights), savedPasts(saved, itemCount));
    return this;
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    return rankScores(users.length, k, excluded, (q) => this.#known().scoresBy(this.#stateOf(users[q]!)));
  }

  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    const state = this.#stateOf(user);
    return Float64Array.from(items, (item) => this.#known().score(state, item));
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    return topK(this.#known().itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  /** Cosine of the rows by which items are scored. */
  similarity(a: number, b: number): number {
    return this.#known().cosines.of(a, b);
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return this.#known().cosines.mean(items);
  }

  foldIn(history: WeightedHistory): FoldedIn {
    const learnt = this.#known();
    const read = attracting(history).slice(-this.config.maxLength);
    const state = this.#stateAfter(Int32Array.from(read, (j) => history.items[j]!));
    let all: Float64Array | null = null;
    const score = (item: number): number => (all ??= learnt.scoresBy(state))[item]!;
    return {
      attracted: read.length > 0,
      score,
      candidates: async (k, queries) =>
        queries.map(({ excluded }) => {
          const hidden = new Set(excluded);
          const best = topK(learnt.itemCount, k, (item) => (hidden.has(item) ? -Infinity : score(item)));
          return Int32Array.from(best, ({ item }) => item);
        }),
    };
  }

  save(withUsers: boolean): SavedModel {
    const { weights, itemCount } = this.#known();
    const pasts = withUsers ? this.#pasts : null;
    const specs = Object.entries(this.#network.parameters(this.config, itemCount));
    const tensors: CheckpointTensors = Object.fromEntries(
      specs.map(([name, { shape }]) => [name, { shape, values: weights[name]! }]),
    );
    return {
      name: this.name,
      config: this.config,
      tensors: {
        ...tensors,
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

  #settle(weights: Weights<Float32Array<ArrayBuffer>>, pasts: Sequences | null): void {
    this.#learnt = new Learnt(weights, weights[this.#network.outputTable]!, this.config.dim);
    this.#pasts = pasts;
  }

  /** After the last item of a history of at most `maxLength`. Float64[dim]. */
  #stateAfter(history: Int32Array): Float64Array {
    const { weights } = this.#known();
    const { dim } = this.config;
    if (history.length === 0) return new Float64Array(dim);
    return this.#network.statesOf(weights, history, this.config).slice(-dim);
  }

  #stateOf(user: number): Float64Array {
    this.#known();
    if (!this.#pasts) {
      throw new HomebodyError('model/unsupported', 'This model was stored without its users.', {
        remedy: 'Fold the history in instead, or train again.',
      });
    }
    const { offsets, items } = this.#pasts;
    return this.#stateAfter(items.subarray(offsets[user], offsets[user + 1]));
  }

  #known(): Learnt {
    if (this.#learnt) return this.#learnt;
    throw new HomebodyError('model/none', 'The model has not been trained.', { remedy: 'Train it first.' });
  }
}

/** Places of what attracts in a history, oldest first; in its own order where time is not known. */
function attracting({ items, weights, recency }: WeightedHistory): number[] {
  const places = [...items.keys()].filter((j) => weights[j]! > 0);
  return recency ? places.sort((a, b) => recency[b]! - recency[a]!) : places;
}

class Learnt {
  readonly weights: Weights<Float32Array<ArrayBuffer>>;
  readonly itemCount: number;
  readonly cosines: Cosines;
  readonly #table: Float32Array;

  constructor(weights: Weights<Float32Array<ArrayBuffer>>, table: Float32Array<ArrayBuffer>, dim: number) {
    this.weights = weights;
    this.itemCount = table.length / dim;
    this.cosines = new Cosines(table, dim);
    this.#table = table;
  }

  score(state: Float64Array, item: number): number {
    const from = item * state.length;
    let sum = 0;
    for (let i = 0; i < state.length; i++) sum += state[i]! * this.#table[from + i]!;
    return sum;
  }

  scoresBy(state: Float64Array): Float64Array<ArrayBuffer> {
    const scores = new Float64Array(this.itemCount);
    for (let item = 0; item < this.itemCount; item++) scores[item] = this.score(state, item);
    return scores;
  }
}

/** The kind of model that a network makes. */
export function networkKind<Config extends NetworkConfig>(
  network: NextItemNetwork<Config>,
  settings: SettingsOf<Config>,
): RecommenderKind<Config> {
  const config = (given: Partial<Config>): Config => configBy(settings, given);
  return {
    name: network.name,
    settings: settingList(settings),
    learnsOrder: true,
    foldsIn: true,
    explains: 'nothing',
    homes: ['webgpu', 'wasm', 'reference'],
    config,
    create: (given, home) => new NetworkModel(network, config(given), home),
    load: (saved, home) =>
      new NetworkModel(network, config(saved.config as Partial<Config>), home).restore(saved),
  };
}
