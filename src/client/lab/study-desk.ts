import type { CatalogueId } from '../../domain/ids.ts';
import type { LabStudy, StudyNews } from '../../domain/lab.ts';
import type { StudyPlan } from '../../domain/tuning.ts';
import type { TrainingDesk } from '../training-desk.ts';
import { callback } from '../worker-link.ts';
import type { LabRoom } from './lab-room.ts';
import { LabSeat } from './lab-seat.ts';
import type { LabState } from './lab-state.ts';

/** Studies: one at work at a time. What it has found is stored after each fold, so any end of it can be gone on from. */
export class StudyDesk {
  readonly #room: LabRoom;
  readonly #seat: LabSeat<'studying'>;

  constructor(room: LabRoom, training: TrainingDesk) {
    this.#room = room;
    this.#seat = new LabSeat(room, training, 'studying');
  }

  async read(catalogue: CatalogueId): Promise<Pick<LabState, 'studies'>> {
    return { studies: await this.#room.engine.call((api) => api.labStudies(catalogue)) };
  }

  begin(plan: StudyPlan, budgetMs: number | null): Promise<LabStudy | null> {
    const { engine, visit } = this.#room;
    return this.#work(plan, null, (catalogue, onNews) =>
      engine.call((api) => api.labStudy({ catalogue, plan, budgetMs }, visit.now(), callback(onNews))),
    );
  }

  async resume(id?: string): Promise<LabStudy | null> {
    const { studying, studies } = this.#room.state;
    if (studying?.paused && (id === undefined || id === studying.id)) {
      this.#room.set({ studying: { ...studying, paused: false } });
      await this.#room.engine.call((api) => api.labPauseStudy(false));
      return null;
    }
    const stored = studies.find((study) => study.id === id);
    if (!stored) return null;
    return this.#work(stored.plan, stored.id, (catalogue, onNews) =>
      this.#room.engine.call((api) => api.labResumeStudy(catalogue, stored.id, callback(onNews))),
    );
  }

  async pause(): Promise<void> {
    const { studying } = this.#room.state;
    if (!studying?.progress || studying.paused) return;
    this.#room.set({ studying: { ...studying, paused: true } });
    await this.#room.engine.call((api) => api.labPauseStudy(true));
  }

  /** Of the study that is at work, or waits. What it has found stays stored. */
  cancel(): Promise<void> {
    return this.#seat.leave();
  }

  async remove(id: string): Promise<void> {
    const { engine, visit } = this.#room;
    const catalogue = visit.catalogueId();
    if (this.#room.state.studying?.id === id) await this.cancel();
    await engine.call((api) => api.labRemoveStudy(catalogue, id));
    this.#room.setFor(catalogue, { studies: this.#room.state.studies.filter((study) => study.id !== id) });
    visit.countStorage();
  }

  /** A second one while one is at work is not begun. */
  async #work(
    plan: StudyPlan,
    id: string | null,
    run: (catalogue: CatalogueId, onNews: (news: StudyNews) => void) => Promise<LabStudy>,
  ): Promise<LabStudy | null> {
    const { visit } = this.#room;
    const fresh = { id, plan, progress: null, paused: false, cancelling: false };
    const done = await this.#seat.take(fresh, async (catalogue, show) => {
      const study = await run(catalogue, (news) => {
        if (show({ id: news.study.id, progress: news.progress })) this.#show(catalogue, news.study);
      });
      return { catalogue, study };
    });
    if (done) this.#show(done.catalogue, done.study);
    visit.countStorage();
    return done?.study ?? null;
  }

  #show(catalogue: CatalogueId, study: LabStudy): void {
    const { studies } = this.#room.state;
    const others = studies.filter((one) => one.id !== study.id);
    this.#room.setFor(catalogue, { studies: [study, ...others].toSorted((a, b) => b.at - a.at) });
  }
}
