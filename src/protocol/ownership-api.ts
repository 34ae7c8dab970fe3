import type { ItemLanguage } from '../domain/item.ts';
import type { Outcome } from '../domain/outcome.ts';
import type {
  BackupFacts,
  EraseReport,
  ExportFormat,
  OwnershipProgress,
  PendingRestore,
  RestorePlan,
  RestoreReport,
  StoreFacts,
  StorePage,
} from '../domain/ownership.ts';

/** What the page asks of the vault worker about all that is stored. It is fetched when it is first asked. */
export interface OwnershipApi {
  /** Every store of the database, the visitor's own first. */
  ownedStores(): Promise<Outcome<readonly StoreFacts[]>>;
  /**
   * Things `offset` … `offset + limit − 1` of a store, events newest first; `limit` 1 … 500. Fails with
   * 'argument/range'.
   */
  ownedPage(
    store: string,
    offset: number,
    limit: number,
    language?: ItemLanguage,
  ): Promise<Outcome<StorePage>>;
  /** A file in the clear. `now` stamps it. */
  ownedExport(format: ExportFormat, now: number, language?: ItemLanguage): Promise<Outcome<Blob>>;

  /**
   * All of the vault but its keys, encrypted under a key that is made from the passphrase. One at a time. Fails with
   * 'backup/cancelled', 'backup/busy', 'argument/range' (a passphrase that is too short), 'vault/damaged'.
   */
  backUp(
    passphrase: string,
    now: number,
    onProgress: (progress: OwnershipProgress) => void,
  ): Promise<Outcome<Blob>>;
  /**
   * Reads the beginning of a backup; changes nothing. Fails with 'backup/format', 'backup/version', 'backup/damaged',
   * 'backup/passphrase'.
   */
  inspectBackup(file: Blob, passphrase: string): Promise<Outcome<BackupFacts>>;
  /**
   * Reads all of a backup and checks it; then changes everything at once. Where it is cut short, cancelled too, nothing
   * is changed, and the same file with the same plan goes on where it was. Fails as `inspectBackup` and `backUp` do.
   */
  restoreBackup(
    file: Blob,
    passphrase: string,
    plan: RestorePlan,
    now: number,
    onProgress: (progress: OwnershipProgress) => void,
  ): Promise<Outcome<RestoreReport>>;
  /** Settles the running backup or restoring with 'backup/cancelled'. Nothing to cancel is no error. */
  cancelBackup(): Promise<Outcome<null>>;
  pendingRestores(): Promise<Outcome<readonly PendingRestore[]>>;
  /** Removes what was read of a restoring that was cut short. One that is not there is no error. */
  discardRestore(id: string): Promise<Outcome<null>>;

  /**
   * Removes the keys, so that nothing that is stored can be read any more, and marks the vault as one that is being
   * erased, in one transaction. Needs no key itself. From then on `open` fails with 'vault/erasing'.
   */
  eraseKeys(): Promise<Outcome<null>>;
  /** Removes databases, caches and files, the marked vault last, and looks again. */
  eraseRest(): Promise<Outcome<EraseReport>>;
}
