import type { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';

/** Well-known items by which the scale of a model is found, and nearest items of each that are looked at. */
const SAMPLE = 24;
const NEAREST = 10;
/** What 95 of 100 of the ten nearest items reach by the cosines of iALS on the demo shop. */
const NEAR = 0.43;
const QUANTILE = 0.05;

/**
 * How alike two items are, up to 1, on the scale of the cosines of iALS, by which all limits of serving are set (`ALIKE`
 * and others). Models differ in what they call alike: a partial correlation of 0.1 in EASE says more than a cosine of
 * 0.4. So that of another model is stretched until its near items are as near as those of iALS. 0 for a model that knows
 * nothing of what items are like. The scale is found at the first question.
 */
export function likenessOf(model: Recommender, popularity: Popularity): (a: number, b: number) => number {
  if (model.name === 'ials') return (a, b) => model.similarity(a, b);
  let scale: number | null = null;
  return (a, b) => {
    scale ??= scaleOf(model, popularity);
    return scale === 0 ? 0 : Math.min(1, scale * model.similarity(a, b));
  };
}

function scaleOf(model: Recommender, popularity: Popularity): number {
  const near = [...popularity.walk(SAMPLE, new Set())].flatMap((item) =>
    model.similarItems(item, NEAREST).map(({ score }) => score),
  );
  const lowest = near.filter((score) => score > 0).sort((a, b) => a - b);
  return lowest.length === 0 ? 0 : NEAR / lowest[Math.floor(QUANTILE * lowest.length)]!;
}
