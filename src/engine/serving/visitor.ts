import { KIND_CODE } from '../../domain/events.ts';
import type { History, ItemFacts } from '../../domain/interactions.ts';
import type { Supposition } from '../../domain/recommendation.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { weightHistory } from '../explain/weighted-history.ts';

/** The visitor in one catalogue, as ranking sees them. Made anew from the log at each change of it. */
export interface Visitor {
  readonly version: number;
  /** Oldest first. */
  readonly events: History;
  readonly history: WeightedHistory;
  /**
   * 1 for items that are not to be recommended: those the visitor decided on (liked, wished for, took, rated,
   * dismissed) and those out of stock. Looking is no decision. Uint8[itemCount].
   */
  readonly hidden: Uint8Array<ArrayBuffer>;
}

export function visitorOf(events: History, facts: ItemFacts): Visitor {
  const hidden = facts.available.map((available) => (available === 0 ? 1 : 0));
  events.item.forEach((item, i) => {
    if (item >= 0 && item < facts.itemCount && events.kind[i] !== KIND_CODE.view) hidden[item] = 1;
  });
  return { version: events.version, events, history: weightHistory(events, facts.itemCount), hidden };
}

/** The same past with only those events that the supposition leaves in it. */
export function eventsSupposing(events: History, supposition: Supposition): History {
  const stays = staying(supposition);
  const kept = Int32Array.from(events.id.keys()).filter((i) => stays(events.id[i]!));
  return {
    version: events.version,
    id: Float64Array.from(kept, (i) => events.id[i]!),
    item: Int32Array.from(kept, (i) => events.item[i]!),
    kind: Uint8Array.from(kept, (i) => events.kind[i]!),
    at: Float64Array.from(kept, (i) => events.at[i]!),
  };
}

function staying(supposition: Supposition): (id: number) => boolean {
  if (supposition.kind === 'without') {
    const gone = new Set(supposition.events);
    return (id) => !gone.has(id);
  }
  const { kind, event } = supposition;
  return kind === 'before' ? (id) => id < event : (id) => id <= event;
}
