import type { CatalogueSummary } from '../domain/catalogue.ts';
import type { CatalogueId } from '../domain/ids.ts';
import { storageFacts } from './storage-facts.ts';
import type { VaultFacts } from './storage-facts.ts';
import type { VaultInside } from './vault-inside.ts';

/** What the page has to know of a vault when it is opened. */
export interface VaultContent {
  readonly current: CatalogueId;
  readonly catalogues: readonly CatalogueSummary[];
  readonly historyVersion: number;
  readonly storage: VaultFacts;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** As last refreshed. */
export function contentOf({ ledger, quarantine, catalogues, settings }: VaultInside): VaultContent {
  const { current, values } = settings.read();
  const listed = catalogues.list();
  const isThere = catalogues.has(current) && !quarantine.isBeyondUse(current);
  return {
    // The current one may have been lost to damage; the first of the list is made anew at every visit.
    current: isThere ? current : listed[0]!.id,
    catalogues: listed,
    historyVersion: ledger.head.logVersion,
    storage: storageFacts(ledger, quarantine),
    settings: values,
  };
}
