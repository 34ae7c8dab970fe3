import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyError } from '../domain/errors.ts';
import type {
  BackupFacts,
  ExportFormat,
  OwnershipProgress,
  PendingRestore,
  RestorePlan,
  RestoreReport,
  StoreFacts,
  StorePage,
} from '../domain/ownership.ts';

/** A backup or a restoring that is at work. */
export interface OwnershipWork {
  readonly kind: 'backup' | 'restore';
  readonly progress: OwnershipProgress;
  /** Time left, ms; NaN while it is not known. */
  readonly remainingMs: number;
  readonly cancelling: boolean;
}

/** Every field is replaced, never mutated. */
export interface OwnershipState {
  /** Null before `look`. Followed from then on. */
  readonly stores: readonly StoreFacts[] | null;
  /** Restorings that were cut short. */
  readonly pending: readonly PendingRestore[];
  /** One at a time. */
  readonly work: OwnershipWork | null;
  /** What the last restoring changed; until dismissed. */
  readonly restored: RestoreReport | null;
  readonly erasing: boolean;
  /** What last went wrong; until dismissed, or until something else is begun. */
  readonly problem: HomebodyError | null;
}

/** What the visitor can do with what is stored. Failures land in `problem`, but where an action says so. */
export interface OwnershipActions {
  /** Counts the stores, also after each change from then on. */
  look(): Promise<void>;
  /** `limit` 1 … 500. In the language that the items are told in. Rejects with HomebodyError. */
  page(store: string, offset: number, limit: number): Promise<StorePage>;
  /** A file in the clear, with a name for it; null when it failed. */
  exportPlain(format: ExportFormat): Promise<File | null>;
  /** An encrypted file, with a name for it; null when it failed or was cancelled. */
  backUp(passphrase: string): Promise<File | null>;
  /** What a backup holds; null when it failed. */
  inspect(file: File, passphrase: string): Promise<BackupFacts | null>;
  /** The page then shows what was restored, and `restored` says what. True when it was. */
  restore(file: File, passphrase: string, plan: RestorePlan): Promise<boolean>;
  /** Ends the work. A restoring can go on later. */
  cancel(): Promise<void>;
  /** Removes what was read of a restoring that was cut short. */
  discard(id: string): Promise<void>;
  /** Removes, for good, what `StorageFacts.damaged` lists under these ids, or all of it. */
  discardDamaged(ids: readonly string[] | null): Promise<void>;
  /**
   * Erases all that this browser keeps of the app, here and in the other tabs. Then `HomebodyState.erased` is set, and
   * nothing works any more before the page is loaded anew.
   */
  erase(): Promise<void>;
  dismissProblem(): void;
  dismissRestored(): void;
}

/** What is stored, in the visitor's own hands. Fetched at the first use. */
export interface Ownership {
  readonly store: StoreApi<OwnershipState>;
  readonly actions: OwnershipActions;
}

export const initialOwnershipState: OwnershipState = {
  stores: null,
  pending: [],
  work: null,
  restored: null,
  erasing: false,
  problem: null,
};
