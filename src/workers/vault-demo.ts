import { createDemoCatalogue } from '../datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../datasets/demo-shop/events.ts';
import {
  DEFAULT_DEMO_SEED,
  DEMO_END,
  DEMO_EVENTS,
  DEMO_SHOPPERS,
  DEMO_START,
} from '../datasets/demo-shop/shape.ts';
import { DEMO_CATALOGUE } from '../domain/ids.ts';
import type { GeneratedCatalogue } from '../vault/catalogues.ts';

/** The demo shop as the vault takes it: products at once, its year of events at each question. */
export function createDemoShop(seed: number = DEFAULT_DEMO_SEED): GeneratedCatalogue {
  const catalogue = createDemoCatalogue(seed);
  return {
    summary: {
      id: DEMO_CATALOGUE,
      name: 'Demo shop',
      origin: 'demo',
      simulated: true,
      userCount: DEMO_SHOPPERS,
      itemCount: catalogue.items.length,
      interactionCount: DEMO_EVENTS,
      currency: catalogue.currency,
      departments: catalogue.departments,
      dateRange: [DEMO_START, DEMO_END],
    },
    items: catalogue.items,
    interactions: () => createDemoInteractions(seed, catalogue),
  };
}
