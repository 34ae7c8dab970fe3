import { firstStores } from './001-first-stores.ts';
import { labStores } from './002-lab.ts';
import { manifestStores } from './003-manifest.ts';
import type { Migration } from './migration.ts';

/**
 * All migrations, oldest first. Append only: a released one never changes, since databases it wrote exist.
 * Each has a fixture that the code of its version wrote; the vault's README says how.
 */
export const MIGRATIONS: readonly Migration[] = [firstStores, labStores, manifestStores];
