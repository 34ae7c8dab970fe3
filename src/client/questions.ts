import type { CatalogueId, ItemIndex } from '../domain/ids.ts';
import type { Feed, Scored } from '../domain/recommendation.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import { isCode } from './errors.ts';
import type { ItemCache } from './item-cache.ts';
import type { ExplainedItem, FeedCard, ProductPage, ShownItem } from './state.ts';
import type { WorkerLink } from './worker-link.ts';

type Engine = WorkerLink<EngineApi>;

const SIMILAR_COUNT = 12;
/** Causes that a card names. */
const CARD_CAUSES = 2;

/** The engine's rows with the vault's items: what the page draws. */
export async function feedCards(items: ItemCache, feed: Feed): Promise<readonly FeedCard[]> {
  const causesOf = ({ reason }: Feed['items'][number]): readonly ItemIndex[] =>
    reason.kind === 'because' ? reason.causes.slice(0, CARD_CAUSES).map((cause) => cause.item) : [];
  const rows = feed.items.flatMap((one) => [one.item, ...causesOf(one)]);
  const byRow = new Map((await items.get(feed.catalogue, rows)).map((shown) => [shown.index, shown]));
  return feed.items.flatMap((recommendation) => {
    const shown = byRow.get(recommendation.item);
    const because = causesOf(recommendation).flatMap((row) => byRow.get(row) ?? []);
    return shown ? [{ ...shown, recommendation, because }] : [];
  });
}

/** Null when the row does not exist. */
export async function explainItem(
  engine: Engine,
  items: ItemCache,
  catalogue: CatalogueId,
  historyVersion: number,
  index: ItemIndex,
): Promise<ExplainedItem | null> {
  const [shown] = await items.get(catalogue, [index]);
  if (!shown) return null;
  const explanation = await engine.call((api) => api.explain(catalogue, historyVersion, index));
  const rows = explanation.causes.map((cause) => cause.item);
  const byRow = new Map((await items.get(catalogue, rows)).map((one) => [one.index, one]));
  const causes = explanation.causes.flatMap((cause) => {
    const item = byRow.get(cause.item);
    return item ? [{ ...item, share: cause.share }] : [];
  });
  return { ...shown, explanation, causes };
}

/** Null when the row does not exist. */
export async function productPage(
  engine: Engine,
  items: ItemCache,
  catalogue: CatalogueId,
  index: ItemIndex,
): Promise<ProductPage | null> {
  const [shown] = await items.get(catalogue, [index]);
  if (!shown) return null;
  const [similar, complements] = await Promise.all([
    // Without a model nothing is known to be similar; the page says so by an empty list.
    engine
      .call((api) => api.similarItems(catalogue, index, SIMILAR_COUNT))
      .catch((error: unknown) => {
        if (isCode(error, 'model/none')) return [];
        throw error;
      }),
    engine.call((api) => api.complements(catalogue, index, SIMILAR_COUNT)),
  ]);
  return {
    ...shown,
    similar: await withItems(items, catalogue, similar),
    complements: await withItems(items, catalogue, complements),
  };
}

async function withItems(
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
