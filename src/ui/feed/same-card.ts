import type { FeedCard } from '../../client/state.ts';

/** Two cards that are drawn alike, whatever objects they are: every answer brings new ones. */
export function sameCard(a: FeedCard, b: FeedCard): boolean {
  return (
    a.index === b.index &&
    a.recommendation.score === b.recommendation.score &&
    a.item === b.item &&
    a.because.length === b.because.length &&
    a.because.every((cause, i) => cause.index === b.because[i]?.index)
  );
}
