import { createDemoCatalogue } from '../datasets/demo-shop/catalogue.ts';
import { createDemoInteractionsInTurns } from '../datasets/demo-shop/events.ts';
import { demoLikers } from '../datasets/demo-shop/likers.ts';
import { demoPersonas } from '../datasets/demo-shop/personas.ts';
import { DEFAULT_DEMO_SEED } from '../datasets/demo-shop/shape.ts';
import { demoSummary } from '../datasets/demo-shop/summary.ts';
import type { InteractionColumns } from '../domain/interactions.ts';
import type { Item, ItemLanguage } from '../domain/item.ts';
import type { Persona } from '../domain/persona.ts';
import type { GeneratedCatalogue } from '../vault/catalogues.ts';

/** The demo shop as the vault takes it: products at once, its year of events in turns, begun when it will be needed. */
export function createDemoShop(yieldTurn: () => Promise<void>): GeneratedCatalogue {
  const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
  let year: Promise<InteractionColumns> | null = null;
  const simulated = (): Promise<InteractionColumns> =>
    (year ??= createDemoInteractionsInTurns(DEFAULT_DEMO_SEED, catalogue, yieldTurn).catch(
      (error: unknown) => {
        // The next question begins it anew.
        year = null;
        throw error;
      },
    ));
  let personas: readonly Persona[] | null = null;
  return {
    summary: demoSummary(),
    items: catalogue.items,
    // Kept (9 MB) and copied: to copy takes 3 ms, to simulate the year again some 400.
    interactions: async () => {
      const { userCount, itemCount, user, item, kind, value, at } = await simulated();
      const columns = { user: user.slice(), item: item.slice(), kind: kind.slice() };
      return { userCount, itemCount, ...columns, value: value.slice(), at: at.slice() };
    },
    popularity: () => {
      // Who asks has no model, and will ask for the year as soon as the first shelves are shown; this answer first.
      // What fails here fails again, and is told, when the year is asked for.
      yieldTurn()
        .then(simulated)
        .catch(() => {});
      return demoLikers(DEFAULT_DEMO_SEED);
    },
    inLanguage,
    personas: () => (personas ??= demoPersonas(catalogue)),
  };
}

/** The words are a chunk of their own: nobody loads a language that they do not read. */
async function inLanguage(items: readonly Item[], language: ItemLanguage): Promise<readonly Item[]> {
  const chinese = await import('../datasets/demo-shop/in-chinese.ts').catch(() => null);
  // Words that could not be fetched must not keep the products from being shown: they have English ones.
  if (!chinese) return items;
  return items.map((item) => ({ ...item, local: { [language]: chinese.inChinese(item) } }));
}
