import type { Migration } from './migration.ts';

export const manifestStores: Migration = {
  to: 3,
  why: 'what is expected of every record, and what a restoring that was cut short has written so far',
  // The manifest is sealed, and a migration has no key: the ledger makes it at the opening that follows.
  up(db) {
    for (const store of ['manifest', 'restores']) db.createObjectStore(store);
  },
};
