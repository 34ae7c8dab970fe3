import type { ItemFacts } from '../../domain/interactions.ts';

/**
 * How alike items are by what is written on them, the same for every model: of the facts (department, brand) that
 * are known of both items of a pair, the part that agrees; then the mean over the pairs of which anything is known.
 * 0 … 1, NaN where nothing is.
 */
export function similarityByFacts(facts: ItemFacts): (items: readonly number[]) => number {
  const columns = [facts.department, facts.brand];
  return (items) => {
    let [sum, pairs] = [0, 0];
    for (let i = 0; i < items.length; i++) {
      for (let j = 0; j < i; j++) {
        let [alike, known] = [0, 0];
        for (const column of columns) {
          const [a, b] = [column[items[i]!]!, column[items[j]!]!];
          if (a < 0 || b < 0) continue;
          known += 1;
          if (a === b) alike += 1;
        }
        if (known === 0) continue;
        sum += alike / known;
        pairs += 1;
      }
    }
    return sum / pairs;
  };
}
