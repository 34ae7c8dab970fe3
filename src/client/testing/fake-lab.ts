import { HomebodyError } from '../../domain/errors.ts';
import { itemIndex } from '../../domain/ids.ts';
import type { LabRun, LabStudy, Promotions, RunProgress, StudyNews } from '../../domain/lab.ts';
import type { AttackReport, PrivacyCost, PrivacyProgress, Release } from '../../domain/lab-privacy.ts';
import { outcomeOf } from '../../domain/outcome.ts';
import type { ModelFacts } from '../../domain/training.ts';
import type { StudyPlan, StudyProgress } from '../../domain/tuning.ts';
import type { LabApi } from '../../protocol/lab-api.ts';
import { MODEL } from './fake-engine.ts';
import type { FakeEngine } from './fake-engine.ts';

export const PROGRESS: RunProgress = {
  phase: 'training',
  part: 1,
  parts: 1,
  epoch: 1,
  epochs: 2,
  fraction: 0.5,
  elapsedMs: 10,
  remainingMs: 10,
  losses: [0.5],
  validation: [],
  home: 'reference',
  peakBytes: 64,
};

export const STUDY_PROGRESS: StudyProgress = {
  trial: 1,
  trials: 2,
  fold: 1,
  folds: 2,
  fraction: 0.25,
  elapsedMs: 10,
  remainingMs: 30,
  best: Number.NaN,
};

/** The lab's answers over a fake engine: runs in memory, trainings that wait for a gate. */
export class FakeLab {
  calls: string[] = [];
  runs: readonly LabRun[] = [];
  removed: readonly LabRun[] = [];
  studies: readonly LabStudy[] = [];
  /** Set to make a run or a study wait. */
  gate: Promise<void> = Promise.resolve();
  onProgress: (progress: RunProgress) => void = () => {};
  onNews: (news: StudyNews) => void = () => {};
  onPrivacy: (progress: PrivacyProgress) => void = () => {};
  releases: readonly Release[] = [];
  #before: ModelFacts | null = null;
  #cancel: (error: HomebodyError) => void = () => {};
  readonly #engine: FakeEngine;

  constructor(engine: FakeEngine) {
    this.#engine = engine;
  }

  readonly api: Pick<
    LabApi,
    | 'labFacts'
    | 'labRuns'
    | 'labStart'
    | 'labCancel'
    | 'labRemove'
    | 'labRestore'
    | 'labPurge'
    | 'labLists'
    | 'labPromotions'
    | 'labPromote'
    | 'labRollBack'
    | 'labMap'
    | 'labLayOut'
    | 'labExport'
    | 'labImport'
    | 'labStudies'
    | 'labStudy'
    | 'labResumeStudy'
    | 'labPauseStudy'
    | 'labAttack'
    | 'labPrivacyCost'
    | 'labPrivateExport'
    | 'labReleases'
  > = {
    labFacts: (catalogue) => outcomeOf(() => ({ catalogue }) as never),
    labRuns: () => outcomeOf(() => this.runs),
    labStart: ({ catalogue, ...setup }, at, onProgress) =>
      outcomeOf(async () => {
        this.calls.push(`start ${setup.model}`);
        this.onProgress = onProgress;
        await this.#worked();
        const run = { id: `run ${at}`, catalogue, at, ...setup } as LabRun;
        this.runs = [run, ...this.runs];
        return run;
      }),
    labCancel: () =>
      outcomeOf(() => {
        this.calls.push('cancel');
        this.#cancel(new HomebodyError('training/cancelled', 'Cancelled.'));
        return null;
      }),
    labRemove: (_catalogue, id) =>
      outcomeOf(() => {
        this.removed = this.runs.filter((run) => run.id === id);
        this.runs = this.runs.filter((run) => run.id !== id);
        return null;
      }),
    labRestore: () =>
      outcomeOf(() => {
        this.runs = [...this.removed, ...this.runs];
        return this.removed[0]!;
      }),
    labPurge: (_catalogue, before) =>
      outcomeOf(() => {
        this.calls.push(`purge ${before}`);
        return null;
      }),
    labLists: ({ runs, visitor }) =>
      outcomeOf(() => {
        this.calls.push(`lists ${JSON.stringify(visitor)}`);
        return {
          history: [itemIndex(3)],
          lists: runs.map((_, i) => (i === 0 ? [{ item: itemIndex(5), score: 0.5 }] : null)),
        };
      }),
    labPromotions: (catalogue) =>
      outcomeOf(() => this.#promotions(this.#engine.models.get(catalogue) ?? null)),
    labPromote: (catalogue, id) =>
      outcomeOf(() => {
        this.#before = this.#engine.models.get(catalogue) ?? null;
        this.#engine.models.set(catalogue, { ...MODEL, id });
        return this.#promotions({ ...MODEL, id });
      }),
    labRollBack: (catalogue) =>
      outcomeOf(() => {
        if (!this.#before) throw new HomebodyError('model/none', 'Nothing to go back to.');
        this.#engine.models.set(catalogue, this.#before);
        return this.#promotions(this.#before);
      }),
    labMap: ({ catalogue, run, also }) =>
      outcomeOf(() => ({
        catalogue,
        run,
        source: 'embeddings' as const,
        items: Int32Array.of(1, 2, ...also),
        department: new Int32Array(2 + also.length),
        positions: new Float32Array(2 * (2 + also.length)),
        explained: [0.5, 0.25] as const,
      })),
    labLayOut: () => outcomeOf(() => null),
    labExport: () => outcomeOf(() => Uint8Array.of(1, 2, 3)),
    labImport: (catalogue, bytes, at) =>
      outcomeOf(() => {
        if (bytes.length === 0) throw new HomebodyError('lab/not-a-model', 'Not a model.');
        const run = { id: 'imported', catalogue, at, model: 'ials', seed: 1 } as LabRun;
        this.runs = [run, ...this.runs];
        return run;
      }),
    labStudies: () => outcomeOf(() => this.studies),
    labStudy: ({ catalogue, plan }, at, onNews) =>
      outcomeOf(async () => {
        this.calls.push('study');
        this.onNews = onNews;
        await this.#worked();
        return studyOf(catalogue, plan, at, 'complete');
      }),
    labResumeStudy: (catalogue, id, onNews) =>
      outcomeOf(async () => {
        this.calls.push(`resume ${id}`);
        this.onNews = onNews;
        await this.#worked();
        return { ...this.studies.find((study) => study.id === id)!, catalogue, ended: 'complete' as const };
      }),
    labPauseStudy: (paused) =>
      outcomeOf(() => {
        this.calls.push(paused ? 'pause' : 'go on');
        return null;
      }),
    labAttack: (request, onProgress) =>
      outcomeOf(async () => {
        this.calls.push(`attack ${request.run}`);
        this.onPrivacy = onProgress;
        await this.#worked();
        return { ...request, model: 'ials' } as AttackReport;
      }),
    labPrivacyCost: (request, onProgress) =>
      outcomeOf(async () => {
        this.calls.push(`cost ${request.run}`);
        this.onPrivacy = onProgress;
        await this.#worked();
        return { request } as PrivacyCost;
      }),
    labPrivateExport: (request, at, onProgress) =>
      outcomeOf(async () => {
        this.calls.push(`export ${request.run}`);
        this.onPrivacy = onProgress;
        await this.#worked();
        const isCounts = request.what === 'counts';
        const release = {
          id: `release ${at}`,
          at,
          what: request.what,
          model: isCounts ? null : 'ials',
        } as Release;
        this.releases = [release, ...this.releases];
        return {
          release,
          tally: { releases: this.releases, together: null },
          file: isCounts ? null : Uint8Array.of(1, 2, 3),
          counts: isCounts ? Float64Array.of(7, -1) : null,
          statement: [['Epsilon', String(request.epsilon)]] as const,
        };
      }),
    labReleases: () => outcomeOf(() => ({ releases: this.releases, together: null })),
  };

  async #worked(): Promise<void> {
    const cancelled = new Promise<never>((_resolve, reject) => (this.#cancel = reject));
    await Promise.race([this.gate, cancelled]);
  }

  #promotions(current: ModelFacts | null): Promotions {
    return { current, run: current?.id ?? null, back: this.#before && { model: this.#before }, history: [] };
  }
}

export function studyOf(
  catalogue: LabStudy['catalogue'],
  plan: StudyPlan,
  at: number,
  ended: LabStudy['ended'],
): LabStudy {
  const found = { trials: [], trialCount: 2, spentMs: 0, best: null };
  return { id: `study ${at}`, catalogue, at, plan, budgetMs: null, ...found, ended };
}
