import { HomebodyError } from '../domain/errors.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { OwnershipProgress } from '../domain/ownership.ts';
import type { OwnershipApi } from '../protocol/ownership-api.ts';
import { openBackup } from '../vault/backup/open-backup.ts';
import { restoreBackup } from '../vault/backup/restore-backup.ts';
import { discardRestore } from '../vault/backup/restore-notes.ts';
import { pendingRestores } from '../vault/backup/restore-record.ts';
import { writeBackup } from '../vault/backup/write-backup.ts';
import { pageOf, storesOf } from '../vault/browse.ts';
import { eraseDatabases, eraseKeys } from '../vault/erase.ts';
import { exportCsv, exportJson } from '../vault/export-plain.ts';
import { calibrateCost } from '../vault/passphrase.ts';
import type { Argon2id, PassphraseCost } from '../vault/passphrase.ts';
import type { Vault } from '../vault/vault.ts';

type VaultInside = Vault['inside'];

export interface OwnershipOptions {
  readonly getVault: () => Promise<Vault>;
  readonly databaseName: string;
  readonly argon2id: Argon2id;
  /** ms, of any origin: how long a passphrase takes on this device, and when to tell of progress. */
  readonly elapsed: () => number;
  /** Resolves when it was waited long enough for another tab to let go of what is erased. */
  readonly patience: () => Promise<void>;
}

/** Between two words of progress: more often than this nobody sees. */
const TELL_EVERY_MS = 100;

/** All that is stored, as the page sees it: every answer is an outcome. */
export function createOwnershipService(options: OwnershipOptions): OwnershipApi {
  const { getVault, databaseName, argon2id, elapsed, patience } = options;
  let calibrated: PassphraseCost | null = null;
  let working: AbortController | null = null;
  const withVault = <T>(work: (inside: VaultInside) => Promise<T>): Promise<Outcome<T>> =>
    outcomeOf(async () => work((await getVault()).inside));

  /** Two backups or restorings at once would each need the room of both. */
  const alone = <T>(
    onProgress: (progress: OwnershipProgress) => void,
    work: (inside: VaultInside, how: Pacing) => Promise<T>,
  ): Promise<Outcome<T>> =>
    withVault(async (inside) => {
      if (working) {
        throw new HomebodyError('backup/busy', 'A backup or a restoring is at work already.', {
          remedy: 'Wait for its end, or cancel it.',
        });
      }
      const own = new AbortController();
      working = own;
      try {
        return await work(inside, { signal: own.signal, onProgress: paced(onProgress, elapsed) });
      } finally {
        working = null;
      }
    });

  return {
    ownedStores: () => withVault(storesOf),
    ownedPage: (store, offset, limit, language) =>
      withVault((inside) => pageOf(inside, store, offset, limit, language)),
    ownedExport: (format, now, language) =>
      withVault((inside) =>
        format === 'csv' ? exportCsv(inside, language) : exportJson(inside, now, language),
      ),

    backUp: (passphrase, now, onProgress) =>
      alone(onProgress, async (inside, how) => {
        how.onProgress({ phase: 'key', bytesDone: 0, bytesTotal: 0 });
        calibrated ??= await calibrateCost(argon2id, elapsed);
        return writeBackup(inside, passphrase, { argon2id, cost: calibrated, now, ...how });
      }),
    inspectBackup: (file, passphrase) =>
      outcomeOf(async () => (await openBackup(argon2id, file, passphrase)).facts),
    restoreBackup: (file, passphrase, plan, now, onProgress) =>
      alone(onProgress, (inside, how) =>
        restoreBackup(inside, file, passphrase, plan, { argon2id, now, ...how }),
      ),
    cancelBackup: () =>
      outcomeOf(() => {
        working?.abort();
        return null;
      }),
    pendingRestores: () =>
      withVault(async ({ ledger }) => {
        await ledger.refresh();
        return pendingRestores(ledger);
      }),
    discardRestore: (id) =>
      withVault(async (inside) => {
        await discardRestore(inside, id);
        return null;
      }),

    eraseKeys: () =>
      outcomeOf(async () => {
        working?.abort();
        await eraseKeys(databaseName);
        return null;
      }),
    eraseRest: () => outcomeOf(() => eraseDatabases(databaseName, patience)),
  };
}

interface Pacing {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OwnershipProgress) => void;
}

/** The first word of each phase, and not too many others. */
function paced(tell: (progress: OwnershipProgress) => void, elapsed: () => number): typeof tell {
  let told: { readonly phase: string; readonly at: number } | null = null;
  return (progress) => {
    const at = elapsed();
    if (told?.phase === progress.phase && at - told.at < TELL_EVERY_MS) return;
    told = { phase: progress.phase, at };
    tell(progress);
  };
}
