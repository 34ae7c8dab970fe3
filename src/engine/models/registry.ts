import { HomebodyError } from '../../domain/errors.ts';
import type { ModelDescription } from '../../domain/model-description.ts';
import { BLEND } from './blend.ts';
import { BPR } from './bpr.ts';
import { CASER } from './caser.ts';
import { EASE } from './ease.ts';
import { GMF } from './gmf.ts';
import { GRU4REC } from './gru4rec.ts';
import { IALS } from './ials.ts';
import { ITEM_KNN } from './item-knn.ts';
import { MF } from './mf.ts';
import { NEUMF } from './neumf.ts';
import { POPULARITY } from './popularity.ts';
import type { RecommenderKind } from './recommender.ts';
import { SASREC } from './sasrec.ts';
import { SLIST_FACTORISED } from './slist-factorised.ts';
import { SLIST } from './slist.ts';

/** Every kind of model that can be chosen by its name, the default first. */
export const MODEL_KINDS: readonly RecommenderKind<object>[] = [
  IALS,
  POPULARITY,
  EASE,
  ITEM_KNN,
  SLIST,
  SLIST_FACTORISED,
  BLEND,
  MF,
  BPR,
  GMF,
  NEUMF,
  SASREC,
  GRU4REC,
  CASER,
];

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

/** The kind of a stored model. @throws 'checkpoint/version' for a name that no kind has, as a later version may write. */
export function storedModelKind(name: string): RecommenderKind<object> {
  const found = MODEL_KINDS.find((kind) => kind.name === name);
  if (found) return found;
  throw new HomebodyError('checkpoint/version', `The checkpoint holds a model "${name}", not known here.`, {
    remedy: 'Use a newer version of Homebody, or train again.',
    detail: { name, known: MODEL_NAMES },
  });
}

/** All that can be chosen, as plain data, the default first. */
export function modelDescriptions(): readonly ModelDescription[] {
  return MODEL_KINDS.map(({ name, settings, learnsOrder, foldsIn, explains, homes }) => ({
    name,
    settings,
    learnsOrder,
    foldsIn,
    explains,
    homes,
  }));
}
