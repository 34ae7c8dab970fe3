import type { CatalogueId } from '../../domain/ids.ts';
import type { LabRun, Promotions } from '../../domain/lab.ts';
import type { FeedDesk } from '../feed-desk.ts';
import type { TrainingDesk } from '../training-desk.ts';
import { UNDO_MS } from '../undo-desk.ts';
import type { UndoDesk } from '../undo-desk.ts';
import { callback } from '../worker-link.ts';
import type { LabRoom } from './lab-room.ts';
import { LabSeat } from './lab-seat.ts';
import type { LabState, RunSetup } from './lab-state.ts';

export interface RunDeskParts {
  readonly feed: FeedDesk;
  readonly undo: UndoDesk;
  readonly training: TrainingDesk;
}

/** The leaderboard: runs that are made, removed, brought in from files, and made the model that serves. */
export class RunDesk {
  readonly #room: LabRoom;
  readonly #parts: RunDeskParts;
  readonly #seat: LabSeat<'running'>;

  constructor(room: LabRoom, parts: RunDeskParts) {
    this.#room = room;
    this.#parts = parts;
    this.#seat = new LabSeat(room, parts.training, 'running');
  }

  /** What is stored of a catalogue, without what was removed in an earlier visit. */
  async read(catalogue: CatalogueId): Promise<Pick<LabState, 'runs' | 'promotions'>> {
    const { engine, visit } = this.#room;
    await engine.call((api) => api.labPurge(catalogue, visit.now() - UNDO_MS));
    const [runs, promotions] = await Promise.all([
      engine.call((api) => api.labRuns(catalogue)),
      engine.call((api) => api.labPromotions(catalogue)),
    ]);
    return { runs, promotions };
  }

  /** A second one while one is under way is not begun. Null when it was cancelled. */
  async start(setup: RunSetup): Promise<LabRun | null> {
    const { visit, engine } = this.#room;
    const fresh = { ...setup, progress: null, cancelling: false };
    const made = await this.#seat.take(fresh, (catalogue, show) =>
      engine.call((api) =>
        api.labStart(
          { catalogue, ...setup },
          visit.now(),
          callback((progress) => void show({ progress })),
        ),
      ),
    );
    if (made) this.#add(made.catalogue, made);
    return made;
  }

  /** Of the run that is under way, or waits. */
  cancel(): Promise<void> {
    return this.#seat.leave();
  }

  async remove(id: string): Promise<void> {
    const { engine, visit, state } = this.#room;
    const catalogue = visit.catalogueId();
    const removed = state.runs.find((run) => run.id === id);
    if (!removed) return;
    await engine.call((api) => api.labRemove(catalogue, id, visit.now()));
    this.#room.setFor(catalogue, { runs: this.#room.state.runs.filter((run) => run.id !== id) });
    const offer = this.#parts.undo.offer(
      { kind: 'run-removed', run: id, model: removed.model },
      async () => this.#add(catalogue, await engine.call((api) => api.labRestore(catalogue, id))),
      // Should it fail, the next visit sweeps.
      { gone: () => void engine.call((api) => api.labPurge(catalogue, visit.now())).catch(() => {}) },
    );
    visit.set(offer);
    visit.countStorage();
  }

  promote(id: string): Promise<void> {
    const now = this.#room.visit.now();
    return this.#serve((catalogue) => this.#room.engine.call((api) => api.labPromote(catalogue, id, now)));
  }

  rollBack(): Promise<void> {
    const now = this.#room.visit.now();
    return this.#serve((catalogue) => this.#room.engine.call((api) => api.labRollBack(catalogue, now)));
  }

  async importRun(file: File): Promise<LabRun> {
    const { engine, visit } = this.#room;
    const catalogue = visit.catalogueId();
    this.#room.set({ busy: true });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const run = await engine.call((api) => api.labImport(catalogue, bytes, visit.now()));
      this.#add(catalogue, run);
      return run;
    } finally {
      this.#room.set({ busy: false });
    }
  }

  /** Another model serves: the feed here, and the other tabs, follow. */
  async #serve(change: (catalogue: CatalogueId) => Promise<Promotions>): Promise<void> {
    const { visit } = this.#room;
    const catalogue = visit.catalogueId();
    this.#room.set({ busy: true });
    try {
      const promotions = await change(catalogue);
      visit.tabs.tell({ kind: 'model', catalogue });
      visit.countStorage();
      if (!visit.isCurrent(catalogue)) return;
      this.#room.set({ promotions });
      await this.#parts.feed.follow({ model: promotions.current });
    } finally {
      this.#room.set({ busy: false });
    }
  }

  #add(catalogue: CatalogueId, run: LabRun): void {
    const others = this.#room.state.runs.filter((one) => one.id !== run.id);
    this.#room.setFor(catalogue, { runs: [run, ...others].toSorted((a, b) => b.at - a.at) });
    this.#room.visit.countStorage();
  }
}
