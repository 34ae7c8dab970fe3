import type { CatalogueId } from './ids.ts';

/** A catalogue and its log, as the page lists it. */
export interface CatalogueSummary {
  readonly id: CatalogueId;
  readonly name: string;
  readonly origin: 'demo' | 'import';
  /** True when people, products and events are simulated; the page must say so. */
  readonly simulated: boolean;
  readonly userCount: number;
  readonly itemCount: number;
  readonly interactionCount: number;
  /** ISO 4217, or null where items have no price. */
  readonly currency: string | null;
  /** Names of the departments; `ItemFacts.department` indexes into them. */
  readonly departments: readonly string[];
  /** Names of the brands; `ItemFacts.brand` indexes into them. Empty where items have none. */
  readonly brands: readonly string[];
  /** First and last event, ms since the epoch, or null where the log has no times. */
  readonly dateRange: readonly [number, number] | null;
}
