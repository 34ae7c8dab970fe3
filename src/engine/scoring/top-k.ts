import type { Scored } from '../../domain/recommendation.ts';
import { itemIndex } from '../../domain/ids.ts';

/**
 * The k best of [0, count) on the host: best first, ties by the smaller item, NaN and −Infinity left out.
 * A sorted list with insertion; k is small against count, so most items cost one comparison.
 */
export function topK(count: number, k: number, scoreOf: (item: number) => number): Scored[] {
  const items: number[] = [];
  const scores: number[] = [];
  for (let item = 0; item < count; item++) {
    const score = scoreOf(item);
    if (!(score > -Infinity)) continue;
    if (items.length === k && !(score > scores[k - 1]!)) continue;
    let place = items.length;
    while (place > 0 && score > scores[place - 1]!) place -= 1;
    items.splice(place, 0, item);
    scores.splice(place, 0, score);
    if (items.length > k) {
      items.pop();
      scores.pop();
    }
  }
  return items.map((item, i) => ({ item: itemIndex(item), score: scores[i]! }));
}
