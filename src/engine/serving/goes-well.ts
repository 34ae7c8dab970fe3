import { itemIndex } from '../../domain/ids.ts';
import type { Scored } from '../../domain/recommendation.ts';
import { ALIKE } from './alike.ts';
import type { ServingModel } from './serving-model.ts';

/**
 * Cosine from which two items are the same thing once more, say in another colour, and not company for each
 * other. It cannot be much lower: what is taken together comes to lie together. On the demo shop, where the
 * truth is known, the complements that are true companions have a median cosine of 0.68, those of the item's own
 * type 0.59; a limit of 0.8 would cost 20 % of the companions and 5 % of the own type, 0.9 costs 0.7 % of them.
 */
const SAME_THING = 0.9;

/**
 * Smallest evidence, log-likelihood ratio times cosine: what chance reaches once in two hundred pairs (χ², one
 * degree of freedom), asked for after the discount.
 */
const MIN_EVIDENCE = 7.88;

/**
 * What is taken together with an item more often than chance, the strongest evidence first; none before a
 * training. The ratio alone is misled: for each item dozens of pairs are tried, many of two or three common
 * baskets, and the two tastes of a few busy shoppers make a board game the company of boots. The model has
 * learned from everything that all shoppers took, so its cosine both has a floor and discounts the ratio. Neither
 * is tuned to one shop: the floor is that of likeness on the shelves, the discount has no parameter.
 *
 * On the demo shop, for items that have companions: of the first four names 72 of 100 are true ones and 2 are
 * neither that nor of the same department, of the first eight 67 and 3; by the ratio alone 57 and 15, 48 and 18.
 * The price is a quarter of the names in the first four. The floor alone would give 67 and 59 true ones; twice
 * the evidence would give 87 and 84, and leave six items in ten without company.
 */
export function goesWell({ trained }: ServingModel, item: number): Scored[] {
  if (!trained) return [];
  const { perItem, items, scores } = trained.complements;
  const found: Scored[] = [];
  for (let place = item * perItem; place < (item + 1) * perItem; place++) {
    const other = items[place]!;
    if (other < 0) continue;
    const cosine = trained.likeness(item, other);
    const evidence = scores[place]! * cosine;
    if (cosine < ALIKE || cosine >= SAME_THING || evidence < MIN_EVIDENCE) continue;
    found.push({ item: itemIndex(other), score: evidence });
  }
  return found.sort((a, b) => b.score - a.score || a.item - b.item);
}
