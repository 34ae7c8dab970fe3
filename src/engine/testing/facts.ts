import type { EventKind } from '../../domain/events.ts';
import { KIND_CODE } from '../../domain/events.ts';
import type { History, ItemFacts } from '../../domain/interactions.ts';

/** Facts of items that are all in stock, by their departments; brands unknown unless given. */
export function factsOf(departments: readonly number[], brands?: readonly number[]): ItemFacts {
  return {
    itemCount: departments.length,
    department: Int32Array.from(departments),
    brand: Int32Array.from(brands ?? departments.map(() => -1)),
    available: new Uint8Array(departments.length).fill(1),
  };
}

/** Events with ids from 1 on, a second apart. */
export function historyOf(events: readonly (readonly [item: number, kind: EventKind])[]): History {
  return {
    version: 1,
    id: Float64Array.from(events, (_, i) => i + 1),
    item: Int32Array.from(events, ([item]) => item),
    kind: Uint8Array.from(events, ([, kind]) => KIND_CODE[kind]),
    at: Float64Array.from(events, (_, i) => 1e12 + 1000 * i),
  };
}
