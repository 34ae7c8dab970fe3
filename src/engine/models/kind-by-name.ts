import { IALS } from './ials.ts';
import { POPULARITY } from './popularity.ts';
import type { RecommenderKind } from './recommender.ts';

/** What serves unless told otherwise: here from the start, the rest of the registry is fetched when one is named. */
const AT_HAND: readonly RecommenderKind<object>[] = [IALS, POPULARITY];

/** @throws 'model/unsupported' for a name that no kind has. */
export async function kindByName(name: string = IALS.name): Promise<RecommenderKind<object>> {
  const found = AT_HAND.find((kind) => kind.name === name);
  return found ?? (await import('./registry.ts')).modelKind(name);
}

/**
 * The kind of a stored model. @throws 'checkpoint/version' for a name that no kind has, as a later version may write.
 */
export async function storedKind(name: string): Promise<RecommenderKind<object>> {
  const found = AT_HAND.find((kind) => kind.name === name);
  return found ?? (await import('./registry.ts')).storedModelKind(name);
}
