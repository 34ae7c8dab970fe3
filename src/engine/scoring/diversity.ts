/** How alike two items are, −1 … 1. */
export type Similarity = (a: number, b: number) => number;

/** Mean pairwise (1 − similarity) of a list, 0 … 2. NaN below two items. */
export function intraListDiversity(items: ArrayLike<number>, similarity: Similarity): number {
  let sum = 0;
  for (let a = 1; a < items.length; a++) {
    for (let b = 0; b < a; b++) sum += 1 - similarity(items[a]!, items[b]!);
  }
  return items.length < 2 ? Number.NaN : (2 * sum) / (items.length * (items.length - 1));
}
