import { HomebodyError } from '../../domain/errors.ts';
import { IALS } from './ials.ts';
import { POPULARITY } from './popularity.ts';
import type { RecommenderKind } from './recommender.ts';

/** Every kind of model that can be chosen by its name, the default first. */
export const MODEL_KINDS: readonly RecommenderKind<object>[] = [IALS, POPULARITY];

export const MODEL_NAMES: readonly string[] = MODEL_KINDS.map(({ name }) => name);

/** @throws 'model/unsupported' for a name that no kind has. */
export function modelKind(name: string): RecommenderKind<object> {
  const found = MODEL_KINDS.find((kind) => kind.name === name);
  if (found) return found;
  throw new HomebodyError('model/unsupported', `There is no model "${name}".`, {
    remedy: `The models are ${MODEL_NAMES.join(', ')}.`,
    detail: { name, known: MODEL_NAMES },
  });
}
