import { HomebodyError } from '../../domain/errors.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { createRng } from '../../domain/rng.ts';
import { HOME_NAMES } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { CheckpointTensors } from '../checkpoint/tensors.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { Csr } from '../interactions/csr.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { rankScores } from '../scoring/rank-scores.ts';
import { topK } from '../scoring/top-k.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { BlendConfig } from './blend-config.ts';
import { BLEND_SETTINGS, blendConfig } from './blend-config.ts';
import { bestWeight, mixed, scoresOf, standardised, validationSteps } from './blend-weight.ts';
import { foldInBoth } from './blend-fold-in.ts';
import { EASE } from './ease.ts';
import type { EaseConfig } from './ease.ts';
import { picked } from './item-weights.ts';
import type {
  FitReport,
  FoldedIn,
  RankedLists,
  Recommender,
  RecommenderKind,
  SavedModel,
} from './recommender.ts';
import { settingList } from './settings.ts';
import { SLIST } from './slist.ts';
import type { SlistConfig } from './slist-config.ts';

interface Kinds<First, Second> {
  readonly name: string;
  readonly first: RecommenderKind<First>;
  readonly second: RecommenderKind<Second>;
}

/**
 * Two models as one: score = w · s₁/σ₁ + (1 − w) · s₂/σ₂, where σ is the standard deviation of a person's scores over all
 * items. Made for a model of what comes next and one of what a person likes at any time. The weight is the one that is
 * best on the last items of some users, held out of a first training of both; a second training sees everything.
 */
class Blend<First, Second> implements Recommender {
  readonly name: string;
  readonly config: BlendConfig<First, Second>;
  readonly #kinds: Kinds<First, Second>;
  #home: KernelHome;
  #models: readonly [Recommender, Recommender];
  #weight: number;
  #trained = false;

  constructor(kinds: Kinds<First, Second>, config: BlendConfig<First, Second>, home: KernelHome) {
    this.name = kinds.name;
    this.#kinds = kinds;
    this.#home = home;
    this.#models = [kinds.first.create(config.first, home), kinds.second.create(config.second, home)];
    const [first, second] = this.#models.map((model) => model.config) as [First, Second];
    this.config = { ...config, first, second };
    this.#weight = config.weight ?? 0.5;
  }

  get itemCount(): number {
    return this.#trained ? this.#models[0].itemCount : 0;
  }

  get userCount(): number {
    return this.#trained ? Math.min(...this.#models.map((model) => model.userCount)) : 0;
  }

  async fit(byUser: Csr, run: TrainingRun, sequences?: Sequences): Promise<FitReport> {
    if (!sequences) {
      throw new HomebodyError('training/no-data', 'A blend learns from the order of events too.', {
        remedy: 'Train it on a log with its sequences.',
      });
    }
    const { weight: given, validationUsers, seed } = this.config;
    const pacer = new Pacer(run);
    await pacer.breathe();
    let weight = given;
    if (weight === null) {
      const rng = createRng(seed).fork('blend/validation');
      const split = await inTurns(validationSteps(byUser, sequences, validationUsers, rng), pacer);
      const models = await this.#fitBoth(split.train, run, split.sequences);
      try {
        weight = await bestWeight(...models, split, pacer);
      } finally {
        for (const model of models) model.release();
      }
    }
    const models = await this.#fitBoth(byUser, run, sequences);
    this.release();
    this.settle(models, weight);
    return { losses: [], home: this.#home };
  }

  /** New models of both kinds, trained; where the home is lost, both end on the one in its place. */
  async #fitBoth(
    byUser: Csr,
    { now, yieldTurn, signal, sliceMs, reopenHome }: TrainingRun,
    sequences: Sequences,
  ): Promise<[Recommender, Recommender]> {
    const run = {
      now,
      yieldTurn,
      signal,
      ...(sliceMs !== undefined && { sliceMs }),
      ...(reopenHome && { reopenHome }),
    };
    const { first, second } = this.#kinds;
    const models: [Recommender, Recommender] = [
      first.create(this.config.first, this.#home),
      second.create(this.config.second, this.#home),
    ];
    try {
      for (const model of models) {
        const { home } = await model.fit(byUser, run, sequences);
        if (!home || home === this.#home) continue;
        this.#home = home;
        for (const other of models) if (other !== model) other.moveTo(home);
      }
      return models;
    } catch (error) {
      for (const model of models) model.release();
      throw error;
    }
  }

  /** Takes on what was learnt, here or before. */
  settle(models: readonly [Recommender, Recommender], weight: number): void {
    this.#models = models;
    // As a checkpoint holds it: a stored model must score to the last bit like this one.
    this.#weight = Math.fround(weight);
    this.#trained = true;
  }

  async recommend(users: Int32Array, k: number, excluded: ItemLists): Promise<RankedLists> {
    return rankScores(users.length, k, excluded, (q) => this.#scoresOf(users[q]!));
  }

  scoreItems(user: number, items: Int32Array): Float64Array<ArrayBuffer> {
    return picked(this.#scoresOf(user), items);
  }

  similarItems(item: number, k: number, allowed?: Uint8Array): readonly Scored[] {
    return topK(this.itemCount, k, (other) =>
      other === item || allowed?.[other] === 0 ? -Infinity : this.similarity(item, other),
    );
  }

  similarity(a: number, b: number): number {
    return this.#mean((model) => model.similarity(a, b));
  }

  meanSimilarity(items: ArrayLike<number>): number {
    return this.#mean((model) => model.meanSimilarity(items));
  }

  /** @throws 'model/unsupported' where one of the two has no closed form for it. */
  foldIn(history: WeightedHistory): FoldedIn {
    const folded = this.#models.map((model) => model.foldIn?.(history));
    if (!folded[0] || !folded[1]) {
      throw new HomebodyError('model/unsupported', 'One of the blended models cannot fold a history in.', {
        remedy: 'Blend two models that can.',
      });
    }
    return foldInBoth(this.itemCount, this.#weight, folded[0], folded[1]);
  }

  save(withUsers: boolean): SavedModel {
    const [first, second] = this.#models.map((model) => model.save(withUsers).tensors);
    return {
      name: this.name,
      config: this.config,
      tensors: {
        blend_weight: { shape: [1], values: Float32Array.of(this.#weight) },
        ...renamed(first!, (name) => FIRST + name),
        ...renamed(second!, (name) => SECOND + name),
      },
    };
  }

  moveTo(home: KernelHome): void {
    this.#home = home;
    for (const model of this.#models) model.moveTo(home);
  }

  release(): void {
    for (const model of this.#models) model.release();
  }

  #scoresOf(user: number): Float64Array<ArrayBuffer> {
    const [first, second] = this.#models;
    return mixed(this.#weight, standardised(scoresOf(first, user)), standardised(scoresOf(second, user)));
  }

  #mean(of: (model: Recommender) => number): number {
    return this.#weight * of(this.#models[0]) + (1 - this.#weight) * of(this.#models[1]);
  }
}

const FIRST = 'first.';
const SECOND = 'second.';

function renamed(tensors: CheckpointTensors, name: (old: string) => string): CheckpointTensors {
  return Object.fromEntries(Object.entries(tensors).map(([old, tensor]) => [name(old), tensor]));
}

/** The tensors of one of the two, by their own names. */
function tensorsOf(tensors: CheckpointTensors, prefix: string): CheckpointTensors {
  const own = Object.fromEntries(Object.entries(tensors).filter(([name]) => name.startsWith(prefix)));
  return renamed(own, (name) => name.slice(prefix.length));
}

/** A kind that blends two others. */
export function blendOf<First, Second>(
  kinds: Kinds<First, Second>,
): RecommenderKind<BlendConfig<First, Second>> {
  const { name, first, second } = kinds;
  return {
    name,
    settings: [
      ...settingList(BLEND_SETTINGS),
      ...first.settings.map((setting) => ({ ...setting, field: FIRST + setting.field })),
      ...second.settings.map((setting) => ({ ...setting, field: SECOND + setting.field })),
    ],
    learnsOrder: true,
    foldsIn: first.foldsIn && second.foldsIn,
    explains: first.explains === 'shares' && second.explains === 'shares' ? 'shares' : 'nothing',
    homes: HOME_NAMES.filter((home) => [first, second].some(({ homes }) => homes.includes(home))),
    config: (given) => {
      const config = blendConfig(given);
      return { ...config, first: first.config(config.first), second: second.config(config.second) };
    },
    create: (config, home) => new Blend(kinds, blendConfig(config), home),
    load: (saved, home) => {
      const config = blendConfig(saved.config as Partial<BlendConfig<First, Second>>);
      const [weight] = requireTensor(saved.tensors, 'blend_weight', 'F32', [1]).values;
      const part = (kind: { readonly name: string }, of: unknown, prefix: string): SavedModel => ({
        name: kind.name,
        config: of,
        tensors: tensorsOf(saved.tensors, prefix),
      });
      const model = new Blend(kinds, config, home);
      const firstModel = first.load(part(first, config.first, FIRST), home);
      model.settle([firstModel, second.load(part(second, config.second, SECOND), home)], weight!);
      return model;
    },
  };
}

/** What comes next, and what goes together at any time. */
export const BLEND: RecommenderKind<BlendConfig<SlistConfig, EaseConfig>> = blendOf({
  name: 'blend',
  first: SLIST,
  second: EASE,
});
