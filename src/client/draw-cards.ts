import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Feed, Recommendation, Scored } from '../domain/recommendation.ts';
import type { ItemCache } from './item-cache.ts';
import type { FeedCard, HomebodyState, ShownItem } from './state.ts';

/** Causes that a card names. */
const CARD_CAUSES = 2;

/** The engine's rows with the vault's items: what the page draws, by one question to the vault. */
export async function drawFeed(
  items: ItemCache,
  feed: Feed,
): Promise<Pick<HomebodyState, 'feed' | 'cards' | 'shelves'>> {
  const abouts = feed.shelves.flatMap(({ of }) => (of === null ? [] : [of]));
  const [cards, ...rows] = await drawLists(
    items,
    feed.catalogue,
    [feed.items, ...feed.shelves.map((shelf) => shelf.items)],
    abouts,
  );
  const about = new Map((await items.get(feed.catalogue, abouts)).map((one) => [one.index, one]));
  const shelves = feed.shelves.map(({ kind, of }, i) => ({
    kind,
    of: of === null ? null : (about.get(of) ?? null),
    cards: rows[i]!,
  }));
  return { feed, cards: cards!, shelves };
}

/** Lists of cards. Rows that the vault does not know are left out. `besides`: rows to fetch along with them. */
export async function drawLists(
  items: ItemCache,
  catalogue: CatalogueId,
  lists: readonly (readonly Recommendation[])[],
  besides: readonly ItemIndex[] = [],
): Promise<readonly (readonly FeedCard[])[]> {
  const rows = lists.flatMap((list) => list.flatMap((one) => [one.item, ...causesOf(one)]));
  const known = await items.get(catalogue, [...rows, ...besides]);
  const byRow = new Map(known.map((shown) => [shown.index, shown]));
  return lists.map((list) =>
    list.flatMap((recommendation) => {
      const shown = byRow.get(recommendation.item);
      const because = causesOf(recommendation).flatMap((row) => byRow.get(row) ?? []);
      return shown ? [{ ...shown, recommendation, because }] : [];
    }),
  );
}

function causesOf({ reason }: Recommendation): readonly ItemIndex[] {
  if (reason.kind === 'because') return reason.causes.slice(0, CARD_CAUSES).map((cause) => cause.item);
  return reason.kind === 'whole' && reason.nearest !== null ? [reason.nearest] : [];
}

/** Scored rows with their items. */
export async function drawScored(
  items: ItemCache,
  catalogue: CatalogueId,
  scored: readonly Scored[],
): Promise<readonly (ShownItem & Pick<Scored, 'score'>)[]> {
  const rows = scored.map((one) => one.item);
  const scores = new Map(scored.map((one) => [one.item, one.score]));
  return (await items.get(catalogue, rows)).map((shown) => ({
    ...shown,
    score: scores.get(shown.index) ?? 0,
  }));
}
