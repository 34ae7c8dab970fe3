import type { Migration } from './migration.ts';

export const firstStores: Migration = {
  to: 1,
  why: 'the first stores: keys, head, events, catalogues and checkpoints with their chunks, settings',
  up(db) {
    // All keys are given explicitly: ids come from `head`, so that they are known before encryption.
    for (const store of [
      'keys',
      'head',
      'events',
      'catalogues',
      'catalogueChunks',
      'checkpoints',
      'checkpointChunks',
      'settings',
    ]) {
      db.createObjectStore(store);
    }
  },
};
