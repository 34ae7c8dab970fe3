import { HomebodyError } from '../domain/errors.ts';
import { EVENT_KINDS, KIND_CODE } from '../domain/events.ts';
import type { NewEvent, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemId } from '../domain/ids.ts';
import type { History } from '../domain/interactions.ts';
import type { Ledger } from './ledger.ts';

/** The visitor's events: appended, taken back, put back, never changed. */
export class EventLog {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Resolves when all events are facts, with ids in the order given. `mustExist` is asked of the records as
   * they are then; it throws if a catalogue is not there.
   * @throws 'argument/range'
   */
  record(events: readonly NewEvent[], mustExist: (catalogue: CatalogueId) => void): Promise<StoredEvent[]> {
    requireCount('events', events.length);
    const contents = events.map(checked);
    return this.#ledger.commit(() => {
      for (const { catalogue } of contents) mustExist(catalogue);
      const first = this.#ledger.head.lastEventId + 1;
      return {
        put: contents.map((value, i) => ({ store: 'events', key: first + i, value })),
        result: contents.map((content, i) => ({ ...content, id: first + i })),
      };
    });
  }

  /** Removes all or none. @throws 'vault/unknown-event' · 'argument/range' */
  takeBack(ids: readonly number[]): Promise<StoredEvent[]> {
    requireCount('eventIds', ids.length);
    requireDistinct('eventIds', ids);
    return this.#ledger.commit(() => ({
      remove: ids.map((key) => ({ store: 'events', key })),
      result: ids.map((id) => {
        const event = this.#ledger.get('events', id);
        if (!event) throw unknownEvent(id);
        return { ...event, id };
      }),
    }));
  }

  /**
   * Puts events that were taken back under their old ids, all or none. One that is there already stays as it is.
   * @throws 'vault/unknown-event' for an id that was never given out or that holds another event · 'argument/range'
   */
  restore(
    events: readonly StoredEvent[],
    mustExist: (catalogue: CatalogueId) => void,
  ): Promise<StoredEvent[]> {
    requireCount('events', events.length);
    requireDistinct(
      'events',
      events.map(({ id }) => id),
    );
    const contents = events.map((event) => ({ id: event.id, value: checked(event) }));
    return this.#ledger.commit(() => {
      for (const { value } of contents) mustExist(value.catalogue);
      return {
        put: contents
          .filter(({ id, value }) => !this.#isThere(id, value))
          .map(({ id, value }) => ({ store: 'events', key: id, value })),
        result: contents.map(({ id, value }) => ({ ...value, id })),
      };
    });
  }

  /** The events of a catalogue, oldest first. */
  of(catalogue: CatalogueId): StoredEvent[] {
    return this.#ledger
      .entries('events')
      .filter(([, event]) => event.catalogue === catalogue)
      .map(([id, event]) => ({ ...event, id }))
      .sort((a, b) => a.id - b.id);
  }

  /** The part of a plan that removes the events of a catalogue. */
  removal(catalogue: CatalogueId): { readonly store: 'events'; readonly key: number }[] {
    return this.of(catalogue).map(({ id }) => ({ store: 'events', key: id }));
  }

  /** The events of a catalogue in columns, without the items that the catalogue does not have. */
  history(catalogue: CatalogueId, rowOf: ReadonlyMap<ItemId, number>): History {
    const events = this.of(catalogue).filter(({ item }) => rowOf.has(item));
    return {
      version: this.#ledger.head.logVersion,
      id: Float64Array.from(events, ({ id }) => id),
      item: Int32Array.from(events, ({ item }) => rowOf.get(item) ?? -1),
      kind: Uint8Array.from(events, ({ kind }) => KIND_CODE[kind]),
      at: Float64Array.from(events, ({ at }) => at),
    };
  }

  /** @throws 'vault/unknown-event' where this content cannot be under this id */
  #isThere(id: number, content: NewEvent): boolean {
    if (!Number.isInteger(id) || id < 1 || id > this.#ledger.head.lastEventId) throw unknownEvent(id);
    const there = this.#ledger.get('events', id);
    if (there && JSON.stringify(checked(there)) !== JSON.stringify(content)) throw unknownEvent(id);
    return there !== undefined;
  }
}

/** Everything of one change is encrypted before its transaction: the number is bounded. */
const MOST_EVENTS = 1000;

/** @throws 'argument/range' */
function requireCount(field: string, count: number): void {
  if (count >= 1 && count <= MOST_EVENTS) return;
  throw new HomebodyError('argument/range', `${field} must be 1 … ${MOST_EVENTS} of them.`, {
    detail: { field, count, range: `1 … ${MOST_EVENTS}` },
  });
}

/** @throws 'argument/range' */
function requireDistinct(field: string, ids: readonly number[]): void {
  const seen = new Set<number>();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  if (twice === undefined) return;
  throw new HomebodyError('argument/range', `${field} must not name an event twice.`, {
    detail: { field, id: twice },
  });
}

/** The event's own fields and no others. @throws 'argument/range' */
function checked({ catalogue, item, kind, at }: NewEvent): NewEvent {
  if (!EVENT_KINDS.includes(kind) || !Number.isFinite(at)) {
    throw new HomebodyError('argument/range', 'This is not an event.', { detail: { kind, at } });
  }
  return { catalogue, item, kind, at };
}

function unknownEvent(id: number): HomebodyError {
  return new HomebodyError('vault/unknown-event', 'This event is not in the history.', {
    remedy: 'It may have been taken back in another tab: reload the page.',
    detail: { id },
  });
}
