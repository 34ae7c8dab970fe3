import type { Rng } from '../../domain/rng.ts';
import { nearNormal } from './chance.ts';
import type { Variant } from './variants.ts';
import type { ProductType } from './words/vocabulary.ts';

/**
 * Price in cents, within the type's range: larger pieces, dearer materials and prouder makers cost more.
 * Ends as prices in a shop end: on .00, .50 or .90 below a hundred euros, on whole euros above.
 * `pride`: of the maker, 0 … 1.
 */
export function drawPrice(type: ProductType, variant: Variant, pride: number, rng: Rng): number {
  const [low, high] = type.euros;
  const place = 0.4 * variant.sizeRank + 0.25 * variant.material.cost + 0.25 * pride + 0.1 * nearNormal(rng);
  const bounded = Math.min(1, Math.max(0, place));
  const euros = low + (high - low) * bounded * bounded;
  if (euros >= 100) return Math.round(euros) * 100;
  const ending = [0, 50, 90][rng.int(3)]!;
  return Math.min(high * 100, Math.floor(euros) * 100 + ending);
}

/** Pieces left: about one product in twenty-five is sold out, most have a few dozen. */
export function drawStock(type: ProductType, rng: Rng): number {
  if (rng.next() < 0.04) return 0;
  const plenty = type.lasts === undefined ? 40 : 120;
  const share = rng.next();
  return 1 + Math.floor(plenty * share * (0.4 + 0.6 * share));
}
