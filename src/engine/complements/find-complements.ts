import type { InteractionColumns } from '../../domain/interactions.ts';
import { orderSteps } from '../interactions/order-by.ts';
import { topK } from '../scoring/top-k.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Steps } from '../training/steps.ts';
import { inTurns } from '../training/steps.ts';
import type { Baskets } from './baskets.ts';
import { basketsOf } from './baskets.ts';
import type { Complements } from './complements.ts';
import { computeNLogN, logLikelihoodRatio } from './log-likelihood-ratio.ts';

/** Places kept per item. */
const PER_ITEM = 16;
/** A single common basket says nothing. */
const MIN_TOGETHER = 2;
/** Smallest ratio: chance alone reaches it once in a thousand pairs (χ², one degree of freedom). */
const MIN_RATIO = 10.83;

/**
 * For each item those that share its baskets more often than chance, by the log-likelihood ratio of the two
 * being together. Counted item by item over an inverted index, so that memory stays at one counter per item.
 */
export async function findComplements(log: InteractionColumns, pacer: Pacer): Promise<Complements> {
  const { itemCount } = log;
  const baskets = await basketsOf(log, pacer);
  await pacer.breathe();
  const index = await inTurns(invert(baskets, itemCount), pacer);
  const items = new Int32Array(itemCount * PER_ITEM).fill(-1);
  const scores = new Float32Array(itemCount * PER_ITEM);
  const table = Float64Array.from({ length: baskets.basketCount + 1 }, (_, n) => computeNLogN(n));
  const nLogN = (n: number): number => table[n]!;
  const together = new Int32Array(itemCount);
  const touched = new Int32Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    if (pacer.due) await pacer.breathe();
    const touchedCount = countTogether(item, baskets, index, together, touched);
    const own = index.offsets[item + 1]! - index.offsets[item]!;
    const best = topK(touchedCount, PER_ITEM, (i) => {
      const other = touched[i]!;
      const both = together[other]!;
      const others = index.offsets[other + 1]! - index.offsets[other]!;
      // The ratio is as large for items that avoid each other: only more than expected counts.
      if (other === item || both < MIN_TOGETHER || both * baskets.basketCount <= own * others)
        return -Infinity;
      const ratio = logLikelihoodRatio(both, own, others, baskets.basketCount, nLogN);
      return ratio >= MIN_RATIO ? ratio : -Infinity;
    });
    best.forEach(({ item: i, score }, place) => {
      items[item * PER_ITEM + place] = touched[i]!;
      scores[item * PER_ITEM + place] = score;
    });
    for (let i = 0; i < touchedCount; i++) together[touched[i]!] = 0;
  }
  return { perItem: PER_ITEM, items, scores };
}

/** Baskets by item. */
interface Index {
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly baskets: Int32Array<ArrayBuffer>;
}

function* invert({ items, offsets, basketCount }: Baskets, itemCount: number): Steps<Index> {
  const basketOf = new Int32Array(items.length);
  for (let b = 0; b < basketCount; b++) basketOf.fill(b, offsets[b]!, offsets[b + 1]!);
  const itemOffsets = new Int32Array(itemCount + 1);
  for (const item of items) itemOffsets[item + 1]! += 1;
  for (let item = 0; item < itemCount; item++) itemOffsets[item + 1]! += itemOffsets[item]!;
  yield;
  const places = yield* orderSteps(items, itemCount);
  return { offsets: itemOffsets, baskets: places.map((place) => basketOf[place]!) };
}

/** together[other] = common baskets; `touched` lists the others. Returns how many. */
function countTogether(
  item: number,
  baskets: Baskets,
  index: Index,
  together: Int32Array<ArrayBuffer>,
  touched: Int32Array<ArrayBuffer>,
): number {
  let count = 0;
  for (let b = index.offsets[item]!; b < index.offsets[item + 1]!; b++) {
    const basket = index.baskets[b]!;
    for (let place = baskets.offsets[basket]!; place < baskets.offsets[basket + 1]!; place++) {
      const other = baskets.items[place]!;
      if (together[other] === 0) touched[count++] = other;
      together[other]! += 1;
    }
  }
  return count;
}
