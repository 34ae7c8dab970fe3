import type { ModelFacts } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { ModelCheckpoint } from '../checkpoint/model-checkpoint.ts';
import type { Complements } from '../complements/complements.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import { storedKind } from '../models/kind-by-name.ts';
import { likenessOf } from './likeness.ts';

/** What answers for a catalogue. Replaced as a whole. */
export interface ServingModel {
  readonly popularity: Popularity;
  /** Popularity on a logarithmic scale, 0 … 1, the most popular item at 1. Float64[itemCount]. */
  readonly fame: Float64Array<ArrayBuffer>;
  /** Null until a model was trained; then popularity alone answers. */
  readonly trained: (Trained & TrainedAbilities) | null;
  release(): void;
}

export interface Trained {
  readonly model: Recommender;
  /** See `ModelDescription`. */
  readonly learnsOrder: boolean;
  readonly facts: ModelFacts;
  readonly complements: Complements;
}

interface TrainedAbilities {
  /** See `likenessOf`. */
  readonly likeness: (a: number, b: number) => number;
}

/** `counted`: all that is popular goes by it, unless the model is a popularity of its own. */
export function servingModel(counted: Popularity, trained: Trained | null): ServingModel {
  const popularity = trained?.model instanceof Popularity ? trained.model : counted;
  const most = Math.log1p(popularity.counts.reduce((a, b) => Math.max(a, b), 1));
  const fame = Float64Array.from(popularity.counts, (count) => Math.log1p(count) / most);
  return {
    popularity,
    fame,
    trained: trained && { ...trained, likeness: likenessOf(trained.model, popularity) },
    release: () => trained?.model.release(),
  };
}

/** @throws 'checkpoint/format' when the tensors do not fit the model; 'checkpoint/version' for a model not known here. */
export async function servingModelOf(checkpoint: ModelCheckpoint, home: KernelHome): Promise<ServingModel> {
  const { facts, complements } = checkpoint;
  const kind = await storedKind(checkpoint.model.name);
  const popularity = new Popularity();
  popularity.settle(checkpoint.popularity, facts.userCount);
  const model = kind.load(checkpoint.model, home);
  return servingModel(popularity, { model, learnsOrder: kind.learnsOrder, facts, complements });
}
