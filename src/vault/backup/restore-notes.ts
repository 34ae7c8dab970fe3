import type { RestorePlan } from '../../domain/ownership.ts';
import type { ChunkTotals } from '../records.ts';
import { CHUNK_OWNERS } from '../schema.ts';
import type { VaultInside } from '../vault-inside.ts';
import type { FramePlace } from './frames.ts';
import type { BackupRecords, OpenBackup } from './open-backup.ts';
import { planRestore } from './plan-restore.ts';
import { restoreProgress } from './restore-record.ts';
import type { RestoreProgress } from './restore-record.ts';

const NOTHING: ChunkTotals = { chunks: 0, bytes: 0 };

/** How far one restoring has come, in memory and, as often as it is saved, in the vault. */
export class RestoreNotes {
  readonly #inside: VaultInside;
  readonly #fresh: Omit<RestoreProgress, 'owners' | 'lost'>;
  #progress: RestoreProgress;
  /** See `harmedOwners`. */
  readonly harmed: ReadonlySet<string>;

  /** `parts`: where the first part of the backup stands. `now`: ms since the epoch. */
  constructor(
    inside: VaultInside,
    { facts: { id, madeAt, bytes }, mark }: OpenBackup,
    plan: RestorePlan,
    now: number,
    parts: FramePlace,
    harmed: ReadonlySet<string>,
  ) {
    this.#inside = inside;
    this.harmed = harmed;
    this.#fresh = { id, madeAt, begunAt: now, plan, bytesRead: 0, bytes, mark, place: parts };
    this.#progress = { ...this.#fresh, owners: {}, lost: [] };
  }

  get progress(): RestoreProgress {
    return this.#progress;
  }

  /** Goes on with what is stored of an earlier try, where it was the same and all that is wanted now was wanted then. */
  async begin(records: BackupRecords): Promise<void> {
    const { id, plan, mark } = this.#fresh;
    const stored = restoreProgress(this.#inside.ledger, id);
    const state = { owners: {}, lost: stored?.lost ?? [], harmed: this.harmed };
    const { owners: wanted } = planRestore(records, this.#inside, plan, state);
    const isSame =
      stored?.mark === mark && stored.plan.mode === plan.mode && stored.plan.prefer === plan.prefer;
    if (stored && isSame && wanted.every(({ owner }) => stored.owners[owner])) {
      this.#progress = stored;
      return;
    }
    await this.forget();
    const owners = Object.fromEntries(wanted.map(({ store, owner }) => [owner, { store, ...NOTHING }]));
    this.#progress = { ...this.#fresh, owners, lost: [] };
    // Before the first part: no sweep, in any tab, may take it for an orphan.
    await this.#put();
  }

  lose(owner: string): void {
    this.#progress = { ...this.#progress, lost: [...this.#progress.lost, owner] };
  }

  wrote(owner: string, totals: ChunkTotals): void {
    const { owners } = this.#progress;
    this.#progress = { ...this.#progress, owners: { ...owners, [owner]: { ...owners[owner]!, ...totals } } };
  }

  /** `place`: before the next entry. `bytesRead`: of the file. */
  async save(place: FramePlace, bytesRead: number): Promise<void> {
    this.#progress = { ...this.#progress, place, bytesRead };
    await this.#put();
  }

  forget(): Promise<void> {
    return discardRestore(this.#inside, this.#fresh.id);
  }

  #put(): Promise<void> {
    const value = this.#progress;
    return this.#inside.ledger.commit(() => ({
      put: [{ store: 'restores', key: value.id, value: { value } }],
      result: undefined,
    }));
  }
}

/** Removes what was written of a restoring that did not come to its end. One that is not there is no error. */
export function discardRestore({ ledger }: VaultInside, id: string): Promise<void> {
  return ledger.commit(() => {
    const progress = restoreProgress(ledger, id);
    if (!progress) return { result: undefined };
    const orphans = Object.entries(progress.owners).filter(
      ([owner, { store }]) => !ledger.get(CHUNK_OWNERS[store], owner),
    );
    return {
      remove: [{ store: 'restores', key: id }],
      removeChunks: orphans.map(([owner, { store }]) => ({ store, owner })),
      result: undefined,
    };
  });
}
