import { itemIndex } from '../../domain/ids.ts';
import type { Scored } from '../../domain/recommendation.ts';
import type { ServingModel } from './serving-model.ts';

/**
 * Cosine from which two items are the same thing once more, say in another colour, and not company for each
 * other. It cannot be much lower: what is taken together comes to lie together. On the demo shop, where the
 * truth is known, the complements that are true companions have a median cosine of 0.68, those of the item's own
 * type 0.59; a limit of 0.8 would cost 20 % of the companions and 5 % of the own type, 0.9 costs 0.7 % of them.
 */
const SAME_THING = 0.9;

/** What is taken together with an item more often than chance, strongest first; none before a training. */
export function goesWell({ trained }: ServingModel, item: number): Scored[] {
  if (!trained) return [];
  const { perItem, items, scores } = trained.complements;
  const found: Scored[] = [];
  for (let place = item * perItem; place < (item + 1) * perItem; place++) {
    const other = items[place]!;
    if (other < 0 || trained.model.similarity(item, other) >= SAME_THING) continue;
    found.push({ item: itemIndex(other), score: scores[place]! });
  }
  return found;
}
