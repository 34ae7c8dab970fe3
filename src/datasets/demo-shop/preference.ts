import { softExp } from './chance.ts';
import { PETS } from './shoppers.ts';
import type { Shoppers } from './shoppers.ts';
import { STYLE_WIDTH } from './shape.ts';
import type { ItemTraits } from './traits.ts';
import { DEPARTMENTS } from './words/departments/index.ts';
import { INTERESTS } from './words/vocabulary.ts';

/*
 * The true preference, a nested logit: a shopper picks a department, a shelf in it, and a piece on the shelf,
 *   P(i | u) = P(department | u) · P(shelf | department, u) · P(i | shelf, u)
 * where the shelf follows interests, and the piece taste · style, price and what everybody likes.
 * Seasons, sessions, accessories and refills move single events, not this.
 */

const SHELF_PULL = 1.1;
const PET_PULL = 1.6;
const STYLE_PULL = 0.42;
const PRICE_PULL = 0.75;
/** Between the thrift at which price does not matter and a shopper's own. */
const NEUTRAL_THRIFT = 0.35;

/** Weights of all shelves for one shopper, each over its department's sum. `out`: Float64[shelves]. */
export function shelfWeights(traits: ItemTraits, shoppers: Shoppers, user: number, out: Float64Array): void {
  const width = INTERESTS.length;
  const totals = new Float64Array(DEPARTMENTS.length);
  const { shelves, shelfInterest } = traits;
  for (let row = 0; row < shelves.length; row++) {
    let pull = 0;
    for (let axis = 0; axis < width; axis++) {
      pull += shoppers.interest[user * width + axis]! * shelfInterest[row * width + axis]!;
    }
    pull *= SHELF_PULL;
    for (let pet = 0; pet < PETS; pet++) if (shoppers.pets[user * PETS + pet] === row) pull += PET_PULL;
    out[row] = softExp(pull);
    const { department } = shelves[row]!;
    totals[department] = totals[department]! + out[row]!;
  }
  for (let row = 0; row < shelves.length; row++) out[row] = out[row]! / totals[shelves[row]!.department]!;
}

/** Weights of the pieces on one shelf, not normalised. Writes `out` at the rows of the shelf's items. */
export function pieceWeights(
  traits: ItemTraits,
  shoppers: Shoppers,
  user: number,
  shelf: number,
  out: Float64Array,
): void {
  const { begin, end } = traits.shelves[shelf]!;
  const at = user * STYLE_WIDTH;
  const price = PRICE_PULL * (NEUTRAL_THRIFT - shoppers.thrift[user]!);
  for (let item = begin; item < end; item++) {
    let match = 0;
    for (let axis = 0; axis < STYLE_WIDTH; axis++) {
      match += shoppers.taste[at + axis]! * traits.style[item * STYLE_WIDTH + axis]!;
    }
    out[item] = softExp(STYLE_PULL * match + price * traits.relativePrice[item]! + traits.appeal[item]!);
  }
}
