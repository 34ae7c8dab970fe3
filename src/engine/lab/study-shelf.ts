import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { LabStudy } from '../../domain/lab.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { StudyPlan, StudyState } from '../../domain/tuning.ts';
import { modelKind } from '../models/registry.ts';
import { configOf } from '../models/settings.ts';
import { bestOf, Schedule } from '../tuning/schedule.ts';
import { foldCountOf } from '../tuning/study-plan.ts';
import { scoreOf } from '../tuning/study-state.ts';
import type { LabSource } from './lab-source.ts';

const STUDY = 'study';

/** A study as it is kept: the state after its last finished fold, and how it was asked for. */
export interface KeptStudy {
  readonly at: number;
  readonly plan: StudyPlan;
  readonly budgetMs: number | null;
  /** Null before the first fold. */
  readonly state: StudyState | null;
  readonly ended: LabStudy['ended'];
}

/** The studies that are stored. */
export class StudyShelf {
  readonly #source: LabSource;

  constructor(source: LabSource) {
    this.#source = source;
  }

  /** Newest first. */
  async list(catalogue: CatalogueId): Promise<readonly LabStudy[]> {
    return (await this.#source.labRecords(catalogue))
      .filter(({ kind }) => kind === STUDY)
      .map(({ id, value }) => studyOf(catalogue, id, value as KeptStudy))
      .toSorted((a, b) => b.at - a.at);
  }

  /** @throws 'lab/unknown-run' */
  async get(catalogue: CatalogueId, id: string): Promise<KeptStudy> {
    const found = (await this.#source.labRecords(catalogue)).find(
      (record) => record.kind === STUDY && record.id === id,
    );
    if (found) return found.value as KeptStudy;
    throw new HomebodyError('lab/unknown-run', 'There is no such study.', {
      remedy: 'Look at the list again: it may have been removed, here or in another tab.',
      detail: { catalogue, study: id },
    });
  }

  add(catalogue: CatalogueId, study: KeptStudy): Promise<string> {
    return this.#source.addLabRecord(catalogue, STUDY, study, {});
  }

  async change(catalogue: CatalogueId, id: string, study: KeptStudy): Promise<void> {
    await this.#source.changeLabRecord(catalogue, id, study);
  }

  async remove(catalogue: CatalogueId, id: string): Promise<void> {
    await this.#source.removeLabRecord(catalogue, id);
  }
}

/** As the page lists it. */
export function studyOf(catalogue: CatalogueId, id: string, kept: KeptStudy): LabStudy {
  const { at, plan, budgetMs, state, ended } = kept;
  const trials = state?.trials ?? [];
  return {
    id,
    catalogue,
    at,
    plan,
    budgetMs,
    trials,
    trialCount: new Schedule(plan).trialCount,
    spentMs: state?.spentMs ?? 0,
    best: bestFound(plan, trials),
    ended,
  };
}

function bestFound(plan: StudyPlan, trials: StudyState['trials']): LabStudy['best'] {
  const trial = bestOf(trials, foldCountOf(plan));
  if (!trial) return null;
  const config = modelKind(plan.model).config(configOf({ ...plan.config, ...trial.settings })) as ModelConfig;
  return { trial, score: scoreOf(trial), config };
}
