import type { PendingRestore } from '../../domain/ownership.ts';
import type { Ledger } from '../ledger.ts';
import type { ChunkTotals } from '../records.ts';
import type { ChunkStore } from '../schema.ts';
import type { FramePlace } from './frames.ts';

/** How far a restoring has come: the content of its record in the store `restores`, under the id of the backup. */
export interface RestoreProgress extends PendingRestore {
  /** See `OpenBackup.mark`. */
  readonly mark: string;
  /** Before the next entry. */
  readonly place: FramePlace;
  /** Whose chunks are written, or are to be: what of them is there. No sweep takes them. */
  readonly owners: Readonly<Record<string, ChunkTotals & { readonly store: ChunkStore }>>;
  /** Owners that were lost where the backup was made. */
  readonly lost: readonly string[];
}

export function restoreProgress(ledger: Ledger, id: string): RestoreProgress | null {
  return (ledger.get('restores', id)?.value as RestoreProgress | undefined) ?? null;
}

/** Restorings that were cut short, or are at work in some tab. */
export function pendingRestores(ledger: Ledger): PendingRestore[] {
  return ledger.entries('restores').map(([, { value }]) => {
    const { id, madeAt, begunAt, plan, bytesRead, bytes } = value as RestoreProgress;
    return { id, madeAt, begunAt, plan, bytesRead, bytes };
  });
}
