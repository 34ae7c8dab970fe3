import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { LabStudy, StudyNews, StudyRequest } from '../../domain/lab.ts';
import { modelKind } from '../models/registry.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';
import type { RecommenderSession } from '../serving/session.ts';
import { PauseGate } from '../tuning/pause-gate.ts';
import { runStudy } from '../tuning/run-study.ts';
import { checkPlan } from '../tuning/study-plan.ts';
import type { KeptStudy, StudyShelf } from './study-shelf.ts';
import { studyOf } from './study-shelf.ts';

/** At most ten reports a second; the one after a fold is always told. */
const INTERVAL_MS = 100;

/** Runs studies in the session's seat and stores them after each fold, so that a reload loses the running fold alone. */
export class StudyRoom {
  readonly #shelf: StudyShelf;
  readonly #source: DatasetSource;
  readonly #session: RecommenderSession;
  /** Of the study that is at work. */
  #gate: PauseGate | null = null;

  constructor(shelf: StudyShelf, source: DatasetSource, session: RecommenderSession) {
    this.#shelf = shelf;
    this.#source = source;
    this.#session = session;
  }

  list(catalogue: CatalogueId): Promise<readonly LabStudy[]> {
    return this.#shelf.list(catalogue);
  }

  remove(catalogue: CatalogueId, id: string): Promise<void> {
    return this.#shelf.remove(catalogue, id);
  }

  /** @throws 'argument/range' naming the setting, 'model/unsupported'; then nothing is stored */
  begin(request: StudyRequest, at: number, onNews: (news: StudyNews) => void): Promise<LabStudy> {
    const { catalogue, plan, budgetMs } = request;
    checkPlan(plan);
    modelKind(plan.model);
    const study: KeptStudy = { at, plan, budgetMs, state: null, ended: null };
    return this.#work(catalogue, null, study, onNews);
  }

  /** A study that has ended is answered as it is. @throws 'lab/unknown-run', 'checkpoint/mismatch' on other data */
  async resume(catalogue: CatalogueId, id: string, onNews: (news: StudyNews) => void): Promise<LabStudy> {
    const study = await this.#shelf.get(catalogue, id);
    if (study.ended !== null) return studyOf(catalogue, id, study);
    return this.#work(catalogue, id, study, onNews);
  }

  /** Nothing to hold is no error. */
  pause(paused: boolean): void {
    if (paused) this.#gate?.pause();
    else this.#gate?.resume();
  }

  #work(
    catalogue: CatalogueId,
    stored: string | null,
    begun: KeptStudy,
    onNews: (news: StudyNews) => void,
  ): Promise<LabStudy> {
    const { plan, budgetMs } = begun;
    return this.#session.occupy(catalogue, async ({ home, run }) => {
      const gate = new PauseGate();
      this.#gate = gate;
      const id = stored ?? (await this.#shelf.add(catalogue, begun));
      let study = begun;
      let toldAt = -Infinity;
      const keep = (changed: Partial<KeptStudy>): Promise<void> => {
        study = { ...study, ...changed };
        toldAt = -Infinity;
        return this.#shelf.change(catalogue, id, study);
      };
      try {
        const { state, ended } = await runStudy({
          kind: modelKind(plan.model),
          home,
          log: await this.#source.interactions(catalogue),
          plan,
          run,
          gate,
          ...(budgetMs === null ? {} : { budgetMs }),
          resumeFrom: begun.state,
          onProgress: (progress) => {
            if (run.now() - toldAt < INTERVAL_MS) return;
            toldAt = run.now();
            onNews({ study: studyOf(catalogue, id, study), progress });
          },
          onState: (changed) => keep({ state: changed }),
        });
        await keep({ state, ended });
        return studyOf(catalogue, id, study);
      } catch (error) {
        // What has found nothing is nothing to go on from.
        if (study.state === null) await this.#shelf.remove(catalogue, id);
        throw removedMeanwhile(error);
      } finally {
        this.#gate = null;
      }
    });
  }
}

/** Whoever removes a study that is at work cancels it. */
function removedMeanwhile(error: unknown): unknown {
  if (!(error instanceof HomebodyError && error.code === 'lab/unknown-run')) return error;
  return new HomebodyError('training/cancelled', 'The study was removed while it was at work.', {
    remedy: 'Begin another one.',
    cause: error,
  });
}
