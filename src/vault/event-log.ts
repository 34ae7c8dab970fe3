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

  /** Resolves when the event is a fact. `mayHappen` is asked of the records as they are then; it throws if not. */
  record(event: NewEvent, mayHappen: () => void): Promise<StoredEvent> {
    const content = checked(event);
    return this.#ledger.commit(() => {
      mayHappen();
      const id = this.#ledger.head.lastEventId + 1;
      return { put: [{ store: 'events', key: id, value: content }], result: { ...content, id } };
    });
  }

  /** @throws 'vault/unknown-event' */
  takeBack(id: number): Promise<StoredEvent> {
    return this.#ledger.commit(() => {
      const event = this.#ledger.get('events', id);
      if (!event) throw unknownEvent(id);
      return { remove: [{ store: 'events', key: id }], result: { ...event, id } };
    });
  }

  /**
   * Puts an event that was taken back under its old id. One that is there already stays as it is.
   * @throws 'vault/unknown-event' for an id that was never given out or that holds another event
   */
  restore(event: StoredEvent, mayHappen: () => void): Promise<StoredEvent> {
    const content = checked(event);
    const { id } = event;
    return this.#ledger.commit(() => {
      mayHappen();
      if (!Number.isInteger(id) || id < 1 || id > this.#ledger.head.lastEventId) throw unknownEvent(id);
      const there = this.#ledger.get('events', id);
      if (there && JSON.stringify(checked(there)) !== JSON.stringify(content)) throw unknownEvent(id);
      return {
        put: there ? [] : [{ store: 'events', key: id, value: content }],
        result: { ...content, id },
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
      item: Int32Array.from(events, ({ item }) => rowOf.get(item) ?? -1),
      kind: Uint8Array.from(events, ({ kind }) => KIND_CODE[kind]),
      at: Float64Array.from(events, ({ at }) => at),
    };
  }
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
