import type { Migration } from './migration.ts';

export const labStores: Migration = {
  to: 2,
  why: 'what the lab keeps: records of runs, studies and promotions, with their chunks',
  up(db) {
    for (const store of ['lab', 'labChunks']) db.createObjectStore(store);
  },
};
