import { firstStores } from './001-first-stores.ts';
import { labStores } from './002-lab.ts';
import { manifestStores } from './003-manifest.ts';
import type { Migration } from './migration.ts';

/**
 * All migrations, oldest first. Append only: a released one never changes, since databases it wrote exist.
 * Before a migration is added, `testing/` writes a fixture with the version that is left behind.
 */
export const MIGRATIONS: readonly Migration[] = [firstStores, labStores, manifestStores];
