import { KIND_CODE } from '../../domain/events.ts';
import type { History, ItemFacts } from '../../domain/interactions.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { weightHistory } from '../explain/weighted-history.ts';

/** The visitor in one catalogue, as ranking sees them. Made anew from the log at each change of it. */
export interface Visitor {
  readonly version: number;
  readonly history: WeightedHistory;
  /**
   * Items that are not to be recommended: those the visitor decided on (liked, took, rated, dismissed) and
   * those out of stock. Looking is no decision. Ascending.
   */
  readonly hidden: Int32Array<ArrayBuffer>;
}

export function visitorOf(history: History, facts: ItemFacts): Visitor {
  const hide = facts.available.map((available) => (available === 0 ? 1 : 0));
  history.item.forEach((item, i) => {
    if (item >= 0 && item < facts.itemCount && history.kind[i] !== KIND_CODE.view) hide[item] = 1;
  });
  const hidden = new Int32Array(hide.reduce((sum, flag) => sum + flag, 0));
  let place = 0;
  hide.forEach((flag, item) => {
    if (flag === 1) hidden[place++] = item;
  });
  return { version: history.version, history: weightHistory(history, facts.itemCount), hidden };
}
