import { HomebodyError } from '../../domain/errors.ts';
import type { StudyPlan, StudyState, Trial } from '../../domain/tuning.ts';
import { STUDY_FORMAT, STUDY_VERSION } from '../../domain/tuning.ts';
import { foldCountOf } from './study-plan.ts';

/** Also one that failed: nothing is left to do of it. */
export const isFinished = ({ folds, failed }: Trial, foldCount: number): boolean =>
  failed !== undefined || folds.length === foldCount;

/** Mean of the folds; NaN for none, −∞ where it failed: below all others. */
export const scoreOf = ({ folds, failed }: Trial): number =>
  failed ? -Infinity : folds.reduce((sum, { score }) => sum + score, 0) / folds.length;

/** Sample standard deviation of the folds; NaN below two, and where it failed. */
export function deviationOf(trial: Trial): number {
  const mean = scoreOf(trial);
  const squares = trial.folds.reduce((sum, { score }) => sum + (score - mean) ** 2, 0);
  return trial.failed || trial.folds.length < 2 ? Number.NaN : Math.sqrt(squares / (trial.folds.length - 1));
}

/**
 * A stored study, to go on by `plan` on the data of `dataFingerprint`. Whether its trials are those of the
 * plan, `runStudy` checks.
 * @throws 'checkpoint/format' when it is none or damaged, 'checkpoint/version' when another version wrote it,
 * 'checkpoint/mismatch' when it is of another plan or other data.
 */
export function readStudy(value: unknown, plan: StudyPlan, dataFingerprint: string): StudyState {
  if (!isObject(value) || value['format'] !== STUDY_FORMAT) throw damaged('This is not a study.');
  if (value['version'] !== STUDY_VERSION) {
    throw new HomebodyError('checkpoint/version', 'The study was written by another version of Homebody.', {
      remedy: 'Go on with the version that wrote it, or begin anew.',
      detail: { version: value['version'], expected: STUDY_VERSION },
    });
  }
  const { plan: stored } = value;
  if (!isObject(stored)) throw damaged('The study has no plan.');
  for (const part of Object.keys({ ...stored, ...plan }).sort()) {
    if (canonical(stored[part]) !== canonical(plan[part as keyof StudyPlan])) {
      throw mismatch(`The study is of another plan: its ${part} differs.`, part);
    }
  }
  if (value['dataFingerprint'] !== dataFingerprint) {
    throw mismatch('The study is of other data.', 'dataFingerprint');
  }
  const { trials, spentMs } = value;
  const foldCount = foldCountOf(plan);
  if (!Array.isArray(trials) || !isAmount(spentMs)) throw damaged('The study is damaged.');
  trials.forEach((trial: unknown, i) => {
    if (!isTrial(trial)) throw damaged(`Trial ${i + 1} of the study is damaged.`);
    const whole = i < trials.length - 1 ? isFinished(trial, foldCount) : trial.folds.length <= foldCount;
    if (!whole) throw damaged(`Trial ${i + 1} of the study has ${trial.folds.length} folds.`);
  });
  return value as unknown as StudyState;
}

/** JSON with the names of every object in order: equal for equal values. `undefined` for what is absent. */
export const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

export function damaged(message: string): HomebodyError {
  return new HomebodyError('checkpoint/format', message, {
    remedy: 'Name the file that a study was written to, or begin anew.',
  });
}

function mismatch(message: string, part: string): HomebodyError {
  return new HomebodyError('checkpoint/mismatch', message, {
    remedy: 'Go on with the settings and the data that it was begun with, or begin anew.',
    detail: { part },
  });
}

function isTrial(value: unknown): value is Trial {
  if (!isObject(value) || !isObject(value['settings']) || !isAmount(value['rung'])) return false;
  const { folds, failed } = value;
  if (failed !== undefined && failed !== 'diverged') return false;
  return (
    Array.isArray(folds) &&
    folds.every((fold) => isObject(fold) && Number.isFinite(fold['score']) && isAmount(fold['passes']))
  );
}

const isAmount = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
