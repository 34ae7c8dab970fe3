import { KIND_CODE } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { orderBy } from '../interactions/order-by.ts';

/** Items taken together: a user's run of strong events without a pause longer than `PAUSE_MS`. */
export interface Baskets {
  readonly basketCount: number;
  /** Basket b holds items[offsets[b]] … items[offsets[b+1] − 1], distinct. Int32[basketCount + 1]. */
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
}

/** A pause that ends a basket: a day, so that an accessory ordered the next morning still belongs to it. */
const PAUSE_MS = 24 * 3600 * 1000;
/** A basket's largest size; a longer run (a history without times, an evening of ratings) is cut into several. */
const MAX_BASKET = 32;

/** Kinds that say "I take it": a look at something beside does not make it go well with what is bought. */
const STRONG: ReadonlySet<number> = new Set([
  KIND_CODE.like,
  KIND_CODE.cart,
  KIND_CODE.purchase,
  KIND_CODE.rating,
]);

/** Events of unknown time keep the order of the log and never end a basket by a pause. */
export function basketsOf(log: InteractionColumns): Baskets {
  const { user, item, kind, at, userCount, itemCount } = log;
  const order = orderBy(user, userCount);
  const items = new Int32Array(order.length);
  const offsets = [0];
  const inBasket = new Int32Array(itemCount).fill(-1);
  let place = 0;
  const close = (): void => {
    if (place > offsets.at(-1)!) offsets.push(place);
  };
  for (let begin = 0; begin < order.length;) {
    const owner = user[order[begin]!]!;
    let end = begin;
    while (end < order.length && user[order[end]!] === owner) end += 1;
    const strong = order.subarray(begin, end).filter((event) => STRONG.has(kind[event]!));
    strong.sort((a, b) => at[a]! - at[b]! || a - b);
    let previous = Number.NaN;
    for (const event of strong) {
      if (at[event]! - previous > PAUSE_MS || place - offsets.at(-1)! >= MAX_BASKET) close();
      previous = at[event]!;
      const basket = offsets.length - 1;
      if (inBasket[item[event]!] === basket) continue;
      inBasket[item[event]!] = basket;
      items[place++] = item[event]!;
    }
    close();
    begin = end;
  }
  return { basketCount: offsets.length - 1, offsets: Int32Array.from(offsets), items: items.slice(0, place) };
}
