import { table } from '../../output/table.ts';
import type { NamedItem } from './item-names.ts';
import type { Answer, NamedCause } from './recommend-from.ts';

/** Causes that are spelled out in a line. */
const CAUSES = 3;

const word = ({ id, title }: NamedItem): string => (title === undefined ? id : `${title} [${id}]`);

/** What `recommend` prints for people. */
export function recommendationText({ recommendations }: Answer): string {
  const explained = recommendations.some(({ causes }) => causes);
  return table([
    ['', 'Score', 'Item', ...(explained ? ['Because of'] : [])],
    ...recommendations.map((one) => [
      String(one.rank),
      one.score.toFixed(4),
      word(one),
      ...(one.causes ? [causesText(one.causes)] : []),
    ]),
  ]);
}

function causesText(causes: readonly NamedCause[]): string {
  return causes
    .slice(0, CAUSES)
    .map((cause) => `${word(cause)} ${cause.share < 0 ? '−' : '+'}${Math.abs(cause.share).toFixed(4)}`)
    .join(', ');
}
