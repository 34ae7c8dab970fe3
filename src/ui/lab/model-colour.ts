/**
 * The hue of each model, of the tokens --map-1 … --map-12: the same one in every plot, table and list. Two of one
 * family share theirs; a name always stands beside it.
 */
const HUES: Readonly<Record<string, number>> = {
  ials: 2,
  popularity: 12,
  ease: 3,
  'item-knn': 4,
  slist: 1,
  'slist-factorised': 1,
  blend: 5,
  mf: 9,
  bpr: 9,
  gmf: 6,
  neumf: 10,
  gru4rec: 11,
  sasrec: 8,
  caser: 7,
};

export function modelColour(model: string): string {
  return `var(--map-${HUES[model] ?? 12})`;
}
