import type { EventKind, NewEvent, StoredEvent } from '../domain/events.ts';
import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { HistoryChange } from '../protocol/vault-api.ts';
import { cartOf, wishesOf } from './cart.ts';
import type { FeedDesk } from './feed-desk.ts';
import { readHistory } from './read-history.ts';
import type { Act, HistoryEntry, HomebodyState, ShownItem } from './state.ts';
import type { UndoDesk } from './undo-desk.ts';
import type { Visit } from './visit.ts';

/** The same said again within this time is a double click. */
const DOUBLE_CLICK_MS = 400;

type Recorded = Extract<Act, { kind: 'recorded' | 'order' | 'persona' }>;

/** The visitor's log: what is recorded is a fact in the vault first, then history, then shelves that have seen it. */
export class HistoryDesk {
  readonly #visit: Visit;
  readonly #feed: FeedDesk;
  readonly #undo: UndoDesk;
  readonly #persistStorage: () => Promise<boolean | null>;
  /** What is being recorded or was just said, with when; of a thing that can be said again, until it may be. */
  readonly #said = new Map<string, number>();
  /** Ids of events that are being taken back. */
  readonly #leaving = new Set<number>();
  /** Many events at once, that are being recorded. */
  readonly #underway = new Map<string, Promise<readonly StoredEvent[] | null>>();
  #askedToPersist = false;

  /** `persistStorage` asks the browser not to evict the storage; null where it cannot be asked. */
  constructor(visit: Visit, feed: FeedDesk, undo: UndoDesk, persistStorage: () => Promise<boolean | null>) {
    this.#visit = visit;
    this.#feed = feed;
    this.#undo = undo;
    this.#persistStorage = persistStorage;
  }

  async record(kind: EventKind, index: ItemIndex, more = false): Promise<void> {
    const catalogue = this.#visit.catalogueId();
    const said = `${catalogue} ${kind} ${index}`;
    const last = this.#said.get(said);
    const at = this.#visit.now();
    const isDoubleClick = !more && at - (last ?? -Infinity) < DOUBLE_CLICK_MS;
    if (isRepeatable(kind) ? isDoubleClick : last !== undefined) return;
    this.#said.set(said, at);
    try {
      if (this.#isKnown(kind, index)) return;
      const thing = await this.#visit.shown(catalogue, index);
      if (kind === 'cart' && this.#pieces(index) >= (thing.item.stock ?? Infinity)) return;
      await this.#record('recorded', catalogue, kind, [thing]);
    } finally {
      if (!isRepeatable(kind)) this.#said.delete(said);
    }
  }

  /** A purchase for every piece in the cart, all or none. Resolves with the purchases; null when the cart is empty. */
  order(): Promise<readonly StoredEvent[] | null> {
    const catalogue = this.#visit.catalogueId();
    return this.#once(`${catalogue} order`, async () => {
      const pieces = cartOf(this.#visit.state.history).flatMap((line) => line.events.map(() => line));
      if (pieces.length === 0) return null;
      return this.#record('order', catalogue, 'purchase', pieces.toReversed());
    });
  }

  /** A persona's likes, all or none; without those that the visitor likes already. */
  async stepInto(persona: string, likes: readonly ShownItem[]): Promise<void> {
    const catalogue = this.#visit.catalogueId();
    await this.#once(`${catalogue} persona ${persona}`, async () => {
      const news = likes.filter((one) => !this.#isKnown('like', one.index));
      return news.length === 0 ? null : this.#record('persona', catalogue, 'like', news, persona);
    });
  }

  /** Removes events, all or none; without those that are being taken back, which a second click means again. */
  async takeBack(events: readonly StoredEvent[]): Promise<void> {
    const staying = events.filter((event) => !this.#leaving.has(event.id));
    const [first] = staying;
    if (!first) return;
    const { catalogue } = first;
    const ids = new Set(staying.map((event) => event.id));
    const gone = this.#visit.state.history.filter((entry) => ids.has(entry.event.id));
    const items = gone.map((entry) => entry.item);
    for (const id of ids) this.#leaving.add(id);
    const change = await this.#visit.workers.vault
      .call((api) => api.takeBack([...ids]))
      .finally(() => {
        for (const id of ids) this.#leaving.delete(id);
      });
    const offer = this.#visit.isCurrent(catalogue)
      ? this.#undo.offer({ kind: 'taken-back', events: change.events, items }, async () => {
          const back = await this.#visit.workers.vault.call((api) => api.restore(change.events));
          await this.#took(catalogue, back, (history) => [...history, ...gone].toSorted(newestFirst));
        })
      : {};
    await this.#took(
      catalogue,
      change,
      (history) => history.filter((entry) => !ids.has(entry.event.id)),
      offer,
    );
  }

  /** Resolves with what was recorded; that it could not be shown is reported, and changes nothing about that. */
  async #record(
    act: Recorded['kind'],
    catalogue: CatalogueId,
    kind: EventKind,
    things: readonly ShownItem[],
    persona?: string,
  ): Promise<readonly StoredEvent[]> {
    void this.#persist();
    const at = this.#visit.now();
    const events: readonly NewEvent[] = things.map(({ item }) => ({ catalogue, item: item.id, kind, at }));
    const change = await this.#visit.workers.vault.call((api) => api.record(events));
    const entries = change.events.map((event, i) => {
      const { index, item } = things[i]!;
      return { index, item, event };
    });
    const made = { kind: act, events: change.events, items: entries.map((entry) => entry.item) };
    // Looking is recorded quietly: an offer to undo each look would be noise.
    const offer =
      kind !== 'view' && this.#visit.isCurrent(catalogue)
        ? this.#undo.offer(persona === undefined ? made : { ...made, persona }, async () => {
            const ids = change.events.map((event) => event.id);
            const back = await this.#visit.workers.vault.call((api) => api.takeBack(ids));
            await this.#took(catalogue, back, (history) =>
              history.filter((entry) => !ids.includes(entry.event.id)),
            );
          })
        : {};
    await this.#visit.attempt(() =>
      this.#took(catalogue, change, (history) => [...entries.toReversed(), ...history], offer),
    );
    return change.events;
  }

  /**
   * The log has changed: shows it and asks for a feed that has seen it. `shown` makes the new list from the
   * old; after a change that another tab made in between, it is read anew.
   */
  async #took(
    catalogue: CatalogueId,
    change: HistoryChange,
    shown: (history: readonly HistoryEntry[]) => readonly HistoryEntry[],
    patch: Partial<HomebodyState> = {},
  ): Promise<void> {
    this.#visit.tabs.tell({ kind: 'log' });
    const alone = change.historyVersion <= this.#visit.historyVersion + 1;
    this.#visit.historyVersion = Math.max(this.#visit.historyVersion, change.historyVersion);
    this.#visit.countStorage();
    if (!this.#visit.isCurrent(catalogue)) return;
    const history = alone ? shown(this.#visit.state.history) : await readHistory(this.#visit, catalogue);
    if (this.#visit.isCurrent(catalogue)) await this.#feed.follow({ ...patch, history });
  }

  /** Many events at once: a second click on the same while they are recorded means the same. */
  #once(
    what: string,
    work: () => Promise<readonly StoredEvent[] | null>,
  ): Promise<readonly StoredEvent[] | null> {
    const underway = this.#underway.get(what);
    if (underway) return underway;
    const begun = work().finally(() => this.#underway.delete(what));
    this.#underway.set(what, begun);
    return begun;
  }

  /** The same said twice of one thing says nothing new; what was bought may be wished for again. */
  #isKnown(kind: EventKind, index: ItemIndex): boolean {
    if (isRepeatable(kind)) return false;
    const { history } = this.#visit.state;
    const known = kind === 'wish' ? wishesOf(history) : history.filter(({ event }) => event.kind === kind);
    return known.some((entry) => entry.index === index);
  }

  /** Of a thing in the cart. */
  #pieces(index: ItemIndex): number {
    const line = cartOf(this.#visit.state.history).find((one) => one.index === index);
    return line?.events.length ?? 0;
  }

  /** Once there is something to keep. */
  async #persist(): Promise<void> {
    if (this.#askedToPersist || this.#visit.state.persisted !== null) return;
    this.#askedToPersist = true;
    this.#visit.set({ persisted: await this.#persistStorage() });
  }
}

/** One more piece is one more event. */
const isRepeatable = (kind: EventKind): boolean => kind === 'cart' || kind === 'purchase';

/** Ids grow with time. */
const newestFirst = (a: HistoryEntry, b: HistoryEntry): number => b.event.id - a.event.id;
