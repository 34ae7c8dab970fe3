import type { DemoCatalogue } from './catalogue.ts';
import { createDemoCatalogue } from './catalogue.ts';
import { companionSteps } from './companions.ts';
import { pieceWeights, shelfWeights } from './preference.ts';
import { COMPANIONS } from './shape.ts';
import { shopperSteps } from './shoppers.ts';
import type { Shoppers } from './shoppers.ts';
import { atOnce } from './steps.ts';
import { DEPARTMENTS } from './words/departments/index.ts';

/** What is true in the demo shop and can be measured nowhere else. */
export interface DemoTruth {
  readonly shoppers: Shoppers;
  readonly itemCount: number;
  /**
   * Preferences of a shopper for all items: the share of each in what they would pick out of the whole shop,
   * the year round. Positive, sums to 1. Float64[itemCount], the caller's own.
   */
  preferences(user: number): Float64Array<ArrayBuffer>;
  /** One entry of `preferences(user)`. */
  affinity(user: number, item: number): number;
  /** Rows of the accessories that follow an item, at most COMPANIONS, possibly none. */
  companionsOf(item: number): readonly number[];
}

/** The truth behind `createDemoCatalogue(seed)` and `createDemoInteractions(seed)`. */
export function demoTruth(seed: number, catalogue: DemoCatalogue = createDemoCatalogue(seed)): DemoTruth {
  const { traits } = catalogue;
  const shoppers = atOnce(shopperSteps(seed, traits));
  const companions = atOnce(companionSteps(seed, traits));
  const itemCount = catalogue.items.length;
  const shelves = new Float64Array(traits.shelves.length);
  const preferences = (user: number): Float64Array<ArrayBuffer> => {
    const out = new Float64Array(itemCount);
    shelfWeights(traits, shoppers, user, shelves);
    for (const [row, { begin, end, department }] of traits.shelves.entries()) {
      pieceWeights(traits, shoppers, user, row, out);
      let sum = 0;
      for (let item = begin; item < end; item++) sum += out[item]!;
      const share = (shelves[row]! * shoppers.department[user * DEPARTMENTS.length + department]!) / sum;
      for (let item = begin; item < end; item++) out[item] = out[item]! * share;
    }
    return out;
  };
  return {
    shoppers,
    itemCount,
    preferences,
    affinity: (user, item) => preferences(user)[item]!,
    companionsOf: (item) =>
      [...companions.subarray(item * COMPANIONS, (item + 1) * COMPANIONS)].filter((row) => row >= 0),
  };
}
