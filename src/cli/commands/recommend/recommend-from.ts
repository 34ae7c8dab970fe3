import { KIND_CODE } from '../../../domain/events.ts';
import { HomebodyError } from '../../../domain/errors.ts';
import type { WeightedHistory } from '../../../engine/explain/weighted-history.ts';
import { weightHistory } from '../../../engine/explain/weighted-history.ts';
import type { Recommender } from '../../../engine/models/recommender.ts';
import { MODEL_KINDS } from '../../../engine/models/registry.ts';
import { MAX_TOP_K } from '../../../kernels/home.ts';
import type { ItemNames, NamedItem } from './item-names.ts';

/** Leaves the kernel some room: its scores are f32, ours decide among its candidates. */
export const MAX_RECOMMENDATIONS = 200;

/** A history item's part in a score. */
export interface NamedCause extends NamedItem {
  readonly share: number;
}

export interface NamedRecommendation extends NamedItem {
  readonly rank: number;
  readonly score: number;
  /** All items of the history, largest part first; the shares sum to the score. Absent where the model knows none. */
  readonly causes?: readonly NamedCause[];
}

export interface Answer {
  readonly history: readonly (NamedItem & { readonly weight: number })[];
  readonly k: number;
  /** Best first, without the history; fewer than k where the catalogue has no more. */
  readonly recommendations: readonly NamedRecommendation[];
}

/**
 * `rows`: items that the person likes, oldest first; one that is given twice is liked twice as much.
 * @throws 'model/unsupported' for a model that recommends the same to everybody.
 */
export async function recommendFrom(
  model: Recommender,
  rows: Int32Array,
  k: number,
  names: ItemNames,
): Promise<Answer> {
  const kind = new Uint8Array(rows.length).fill(KIND_CODE.like);
  const history = weightHistory({ item: rows, kind }, model.itemCount);
  const person = model.foldIn?.(history);
  if (!person) {
    throw new HomebodyError('model/unsupported', `${model.name} does not look at a history.`, {
      remedy: `Train a model that does: ${MODEL_KINDS.flatMap(({ foldsIn, name }) => (foldsIn ? [name] : [])).join(', ')}.`,
    });
  }
  const [candidates] = await person.candidates(MAX_TOP_K, [{ by: 'score', excluded: history.items }]);
  const best = Array.from(candidates!, (item) => ({ item, score: person.score(item) }))
    .sort((a, b) => b.score - a.score || a.item - b.item)
    .slice(0, k);
  return {
    history: Array.from(history.items, (item, j) => ({ ...names.name(item), weight: history.weights[j]! })),
    k,
    recommendations: best.map(({ item, score }, place) => {
      const shares = person.shares?.(item);
      return {
        rank: place + 1,
        ...names.name(item),
        score,
        ...(shares && { causes: causesOf(history, shares, names) }),
      };
    }),
  };
}

function causesOf({ items }: WeightedHistory, shares: Float64Array, names: ItemNames): readonly NamedCause[] {
  return Array.from(shares, (share, j) => ({ item: items[j]!, share }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.item - b.item)
    .map((cause) => ({ ...names.name(cause.item), share: cause.share }));
}
