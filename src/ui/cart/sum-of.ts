import type { CartLine } from '../../client/state.ts';

export interface Sum {
  /** In minor units of the currency. */
  readonly price: number;
  readonly pieces: number;
  /** Pieces that have no price and are not in the sum. */
  readonly unpriced: number;
}

/** What lines cost together. */
export function sumOf(lines: readonly CartLine[]): Sum {
  let [price, pieces, unpriced] = [0, 0, 0];
  for (const { item, events } of lines) {
    pieces += events.length;
    if (item.price === undefined) unpriced += events.length;
    else price += item.price * events.length;
  }
  return { price, pieces, unpriced };
}
