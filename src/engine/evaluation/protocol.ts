import type { Protocol } from '../../domain/evaluation.ts';
import { KNOWN_SHARE } from '../../domain/evaluation.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';

/** One line, the name first: what stands beside the figures where there are no words of the page. */
export function protocolText(protocol: Protocol): string {
  const percent = (share: number): string => `${Number((100 * share).toFixed(2))} %`;
  switch (protocol.name) {
    case 'leave-one-out':
      return 'leave-one-out: the last item of each user';
    case 'temporal':
      return `temporal: the latest ${percent(protocol.testShare)} of the events, one point in time for all`;
    case 'k-fold':
      return `k-fold: each user's items in ${protocol.folds} random folds, each held out once`;
    case 'strong':
      return `strong: ${percent(protocol.testShare)} of the users unseen, ${percent(KNOWN_SHARE)} of their items folded in`;
    case 'ncf':
    default:
      return "ncf: the NCF authors' test item of each user";
  }
}

/** Null, or what to beware of: a random split of a log with times lets a model learn from what came later. */
export function protocolWarning(protocol: Protocol, log: InteractionColumns): string | null {
  if (protocol.name !== 'k-fold' && protocol.name !== 'strong') return null;
  if (log.at.every((at) => Number.isNaN(at))) return null;
  return `The data have times and ${protocol.name} splits at random: a model learns from events after those that it is asked for, so figures are better than in use. Compare with temporal.`;
}
