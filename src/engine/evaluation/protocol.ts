import type { InteractionColumns } from '../../domain/interactions.ts';

/**
 * What is held out of a log, and how: figures of two protocols must not be compared, so the text of the
 * protocol stands beside every figure.
 *
 * - `leave-one-out`: the last item of each user, of at most `maxUsers`. Others' later events stay in training.
 * - `temporal`: one point in time for all, so that the latest `testShare` of the events come at it or after it.
 * - `k-fold`: the liked items of each user dealt over `folds`, each held out once.
 * - `strong`: the part `testShare` of the users leaves training; of each the part KNOWN_SHARE of the liked items,
 *   drawn at random, is folded in, and the rest is to be found (Liang et al., WWW 2018).
 * - `ncf`: the test item of each user that came with the data, with 99 negatives (He et al., WWW 2017).
 */
export type Protocol =
  | { readonly name: 'leave-one-out'; readonly maxUsers: number }
  | { readonly name: 'temporal'; readonly testShare: number }
  | { readonly name: 'k-fold'; readonly folds: number }
  | { readonly name: 'strong'; readonly testShare: number }
  | { readonly name: 'ncf' };

export type ProtocolName = Protocol['name'];

export const PROTOCOL_NAMES: readonly ProtocolName[] = [
  'leave-one-out',
  'temporal',
  'k-fold',
  'strong',
  'ncf',
];

/** Of the liked items of a user of strong generalisation: what is known of them. */
export const KNOWN_SHARE = 0.8;

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
