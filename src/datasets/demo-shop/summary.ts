import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import { BRAND_NAMES, createShelves } from './catalogue.ts';
import { DEMO_CURRENCY, DEMO_END, DEMO_EVENTS, DEMO_SHOPPERS, DEMO_START } from './shape.ts';
import { DEPARTMENTS } from './words/departments/index.ts';

/** What the page lists of the demo shop. Nothing is generated for it: the counts are the same for every seed. */
export function demoSummary(): CatalogueSummary {
  return {
    id: DEMO_CATALOGUE,
    name: 'The demo shop',
    origin: 'demo',
    simulated: true,
    userCount: DEMO_SHOPPERS,
    itemCount: createShelves().at(-1)!.end,
    interactionCount: DEMO_EVENTS,
    currency: DEMO_CURRENCY,
    departments: DEPARTMENTS.map((department) => department.name),
    brands: BRAND_NAMES,
    dateRange: [DEMO_START, DEMO_END],
  };
}
