import type { ModelFacts } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { ModelCheckpoint } from '../checkpoint/model-checkpoint.ts';
import type { Complements } from '../complements/complements.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import { loadModel, modelKind } from '../models/registry.ts';
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
  readonly facts: ModelFacts;
  readonly complements: Complements;
}

interface TrainedAbilities {
  /** See `likenessOf`. */
  readonly likeness: (a: number, b: number) => number;
  /** See `ModelDescription`. */
  readonly learnsOrder: boolean;
}

/** `counted`: all that is popular goes by it, unless the model is a popularity of its own. */
export function servingModel(counted: Popularity, trained: Trained | null): ServingModel {
  const popularity = trained?.model instanceof Popularity ? trained.model : counted;
  const most = Math.log1p(popularity.counts.reduce((a, b) => Math.max(a, b), 1));
  const fame = Float64Array.from(popularity.counts, (count) => Math.log1p(count) / most);
  const abilities = trained && {
    likeness: likenessOf(trained.model, popularity),
    learnsOrder: modelKind(trained.facts.name).learnsOrder,
  };
  return {
    popularity,
    fame,
    trained: trained && { ...trained, ...abilities! },
    release: () => trained?.model.release(),
  };
}

/** @throws 'checkpoint/format' when the tensors do not fit the model; 'checkpoint/version' for a model not known here. */
export function servingModelOf(checkpoint: ModelCheckpoint, home: KernelHome): ServingModel {
  const { facts, complements } = checkpoint;
  const popularity = new Popularity();
  popularity.settle(checkpoint.popularity, facts.userCount);
  return servingModel(popularity, { model: loadModel(checkpoint.model, home), facts, complements });
}
