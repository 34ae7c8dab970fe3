import type { DamageReport } from '../domain/damage.ts';
import type { Ledger } from './ledger.ts';
import type { Quarantine } from './quarantine.ts';
import type { ChunkTotals } from './records.ts';
import type { OwnerStore } from './schema.ts';

/** What is stored, counted from what is held in memory: no read of the database. */
export interface VaultFacts {
  /**
   * Events, catalogues, checkpoints, what the lab keeps, and settings. `records` counts things, `bytes` all of their
   * envelopes.
   */
  readonly stores: readonly { readonly name: string; readonly records: number; readonly bytes: number }[];
  readonly events: number;
  readonly bytes: number;
  /** Absent when nothing is damaged. */
  readonly damaged?: DamageReport;
}

export function storageFacts(ledger: Ledger, quarantine: Quarantine): VaultFacts {
  const bulkBytes = (store: OwnerStore): number =>
    ledger.entries(store).reduce((sum, [, record]) => sum + (record satisfies ChunkTotals).bytes, 0);
  const totals = {
    events: ledger.totals('events'),
    catalogues: ledger.totals('catalogues'),
    checkpoints: ledger.totals('checkpoints'),
    settings: ledger.totals('settings'),
    lab: ledger.totals('lab'),
  };
  const stores = [
    { name: 'events', records: totals.events.records, bytes: totals.events.bytes },
    {
      name: 'catalogues',
      records: totals.catalogues.records,
      bytes: totals.catalogues.bytes + bulkBytes('catalogues'),
    },
    {
      name: 'checkpoints',
      records: totals.checkpoints.records,
      bytes: totals.checkpoints.bytes + bulkBytes('checkpoints'),
    },
    { name: 'lab', records: totals.lab.records, bytes: totals.lab.bytes + bulkBytes('lab') },
    { name: 'settings', records: totals.settings.records, bytes: totals.settings.bytes },
  ];
  const damaged = quarantine.report();
  return {
    stores,
    events: totals.events.records,
    bytes: stores.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(damaged ? { damaged } : {}),
  };
}
