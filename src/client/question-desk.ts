import type { StoredEvent } from '../domain/events.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { ItemIndex } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { FRONT_PLACES } from '../domain/recommendation.ts';
import type { Feed, FeedRequest, Supposition } from '../domain/recommendation.ts';
import { drawLists, drawScored } from './draw-cards.ts';
import { isCode } from './errors.ts';
import type {
  ExplainedItem,
  FeedCard,
  FeedComparison,
  ProductPage,
  ShownItem,
  ShownPersona,
} from './state.ts';
import { steeringOf } from './steering.ts';
import type { Visit } from './visit.ts';

/** Things on a shelf of a product page. */
const SHELF_COUNT = 12;
const QUICK_PICKS = 3;

/** Answers that the page asks for and that are no part of its state. All reject with HomebodyError. */
export class QuestionDesk {
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  itemsAt(indexes: readonly ItemIndex[]): Promise<readonly ShownItem[]> {
    return this.#visit.items.get(this.#visit.catalogueId(), indexes);
  }

  /** Null when the row does not exist. */
  async explain(index: ItemIndex): Promise<ExplainedItem | null> {
    const { items, state, historyVersion, workers } = this.#visit;
    const catalogue = this.#visit.catalogueId();
    const [shown] = await items.get(catalogue, [index]);
    if (!shown) return null;
    const request = { catalogue, historyVersion, item: index, ...steeringOf(state) };
    const explanation = await workers.engine.call((api) => api.explain(request));
    const rows = explanation.causes.map((cause) => cause.item);
    const nearestRow = explanation.whole?.nearest ?? null;
    if (nearestRow !== null) rows.push(nearestRow);
    const byRow = new Map((await items.get(catalogue, rows)).map((one) => [one.index, one]));
    const causes = explanation.causes.flatMap(({ item, ...cause }) => {
      const known = byRow.get(item);
      return known ? [{ ...known, ...cause }] : [];
    });
    const nearest = nearestRow === null ? undefined : byRow.get(nearestRow);
    return { ...shown, explanation, causes, ...(nearest && { nearest }) };
  }

  /** Null when the row does not exist. */
  async product(index: ItemIndex): Promise<ProductPage | null> {
    const { items, workers } = this.#visit;
    const catalogue = this.#visit.catalogueId();
    const [shown] = await items.get(catalogue, [index]);
    if (!shown) return null;
    const [similar, complements] = await Promise.all([
      // Without a model nothing is known to be similar; the page says so by an empty list.
      workers.engine
        .call((api) => api.similarItems(catalogue, index, 2 * SHELF_COUNT))
        .catch((error: unknown) => {
          if (isCode(error, 'model/none')) return [];
          throw error;
        }),
      workers.engine.call((api) => api.complements(catalogue, index, 2 * SHELF_COUNT)),
    ]);
    // What goes well with a kettle is no other kettle, and what goes well with it is not told again as similar.
    const goesWell = (await drawScored(items, catalogue, complements))
      .filter(({ item }) => !isSameKind(item, shown.item))
      .slice(0, SHELF_COUNT);
    const told = new Set(goesWell.map((one) => one.index));
    const alike = similar.filter(({ item }) => !told.has(item)).slice(0, SHELF_COUNT);
    return { ...shown, similar: await drawScored(items, catalogue, alike), complements: goesWell };
  }

  async quickPicks(passed: readonly ItemIndex[]): Promise<readonly ShownItem[]> {
    const { items, historyVersion, workers } = this.#visit;
    const catalogue = this.#visit.catalogueId();
    const request = { catalogue, historyVersion, k: QUICK_PICKS, passed };
    const picks = await workers.engine.call((api) => api.quickPicks(request));
    return items.get(
      catalogue,
      picks.map((pick) => pick.item),
    );
  }

  async personas(): Promise<readonly ShownPersona[]> {
    const { items, workers } = this.#visit;
    const catalogue = this.#visit.catalogueId();
    const personas = await workers.vault.call((api) => api.personas(catalogue));
    const liked = await items.get(
      catalogue,
      personas.flatMap((persona) => persona.likes),
    );
    const byRow = new Map(liked.map((one) => [one.index, one]));
    return personas.map(({ id, likes }) => ({ id, likes: likes.flatMap((row) => byRow.get(row) ?? []) }));
  }

  /** @throws 'argument/range' for a department that the catalogue does not have */
  async browse(
    department: string,
    k: number,
  ): Promise<{ readonly cards: readonly FeedCard[]; readonly available: number }> {
    const row = this.#visit.state.catalogue?.departments.indexOf(department) ?? -1;
    if (row < 0) {
      throw new HomebodyError('argument/range', `There is no department ${department} here.`, {
        detail: { department },
      });
    }
    const { catalogue, items, available } = await this.#feed({ k, department: row });
    const [cards] = await drawLists(this.#visit.items, catalogue, [items]);
    return { cards: cards!, available };
  }

  /** The shelves as they are, and as they would be without these events. */
  previewTakeBack(events: readonly StoredEvent[]): Promise<FeedComparison> {
    return this.#compare(undefined, { kind: 'without', events: events.map((event) => event.id) });
  }

  /** The shelves right before an event and right after it, or after a later one: of an order, both its ends. */
  whatMoved(event: StoredEvent, last: StoredEvent = event): Promise<FeedComparison> {
    return this.#compare({ kind: 'before', event: event.id }, { kind: 'through', event: last.id });
  }

  async #compare(before: Supposition | undefined, after: Supposition): Promise<FeedComparison> {
    const feeds = await Promise.all([
      this.#feed({ k: FRONT_PLACES, ...(before ? { supposing: before } : {}) }),
      this.#feed({ k: FRONT_PLACES, supposing: after }),
    ]);
    const lists = feeds.map((feed) => feed.items);
    const [first, second] = await drawLists(this.#visit.items, feeds[0].catalogue, lists);
    return { before: first!, after: second! };
  }

  #feed(request: Pick<FeedRequest, 'k' | 'department' | 'supposing'>): Promise<Feed> {
    const { state, historyVersion, workers } = this.#visit;
    const asked: FeedRequest = {
      catalogue: this.#visit.catalogueId(),
      historyVersion,
      adventurousness: state.adventurousness,
      ...steeringOf(state),
      ...request,
    };
    return workers.engine.call((api) => api.feed(asked));
  }
}

/** Known only where a picture says what kind of thing it is. */
const isSameKind = (one: Item, other: Item): boolean =>
  one.picture !== undefined && one.picture.type === other.picture?.type;
