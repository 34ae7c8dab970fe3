import { HomebodyError } from '../../domain/errors.ts';
import type { MigratingDatabase, MigratingTransaction, Migration } from './migration.ts';

/** The version that a list of migrations leads to. @throws 'internal' where the list has a gap or a double. */
export function latestVersion(migrations: readonly Migration[]): number {
  for (const [place, migration] of migrations.entries()) {
    if (migration.to !== place + 1) {
      throw new HomebodyError('internal', 'The migrations of the vault are not contiguous.', {
        detail: { place: place + 1, to: migration.to, why: migration.why },
      });
    }
  }
  return migrations.length;
}

/** Runs, in order, the migrations that a database of version `from` has not seen. */
export async function runMigrations(
  migrations: readonly Migration[],
  from: number,
  db: MigratingDatabase,
  transaction: MigratingTransaction,
): Promise<void> {
  for (const migration of migrations.slice(from)) await migration.up(db, transaction);
}
