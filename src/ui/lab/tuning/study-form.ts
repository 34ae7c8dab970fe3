import type { ModelDescription } from '../../../domain/model-description.ts';
import type { NumberSetting, SettingSpec } from '../../../domain/settings.ts';
import type {
  Dimension,
  ObjectiveMetric,
  Search,
  SearchSpace,
  StudyPlan,
  Validation,
} from '../../../domain/tuning.ts';
import { ownSettings, readNumber, SEED_FIELD, SEED_RANGE } from '../train/setup-form.ts';
import { usualEnds, usualValues } from './usual-values.ts';

export type SearchKind = Search['kind'];
export const SEARCH_KINDS: readonly SearchKind[] = ['grid', 'random', 'halving'];

/** A study as it was typed. */
export interface StudyForm {
  readonly model: string;
  /** Names of the settings that are varied; null: those that are usually varied first. */
  readonly varied: readonly string[] | null;
  /** Values for a grid, by name: "16, 64, 256". What is missing is as usual. */
  readonly values: Readonly<Record<string, string>>;
  /** Ends of a range for the other searches, by name. */
  readonly ends: Readonly<Record<string, readonly [from: string, to: string]>>;
  readonly search: SearchKind;
  readonly trials: string;
  readonly validation: Validation['kind'];
  readonly folds: string;
  readonly metric: ObjectiveMetric;
  /** '' for none. */
  readonly minutes: string;
  readonly patience: string;
  readonly seed: string;
}

export const EMPTY_STUDY: StudyForm = {
  model: '',
  varied: null,
  values: {},
  ends: {},
  search: 'grid',
  trials: '12',
  validation: 'folds',
  folds: '5',
  metric: 'ndcgAt10',
  minutes: '10',
  patience: '',
  seed: '1',
};

/** What the numbers beside the settings may be. A default of null: it may be left out. */
export const NUMBERS: Readonly<Record<'trials' | 'folds' | 'minutes' | 'patience', NumberSetting>> = {
  trials: { kind: 'integer', min: 2, max: 1000, default: 12 },
  folds: { kind: 'integer', min: 2, max: 20, default: 5 },
  minutes: { kind: 'number', min: 0, open: true, max: 10_000, default: null },
  patience: { kind: 'integer', min: 1, max: 1000, default: null },
};

/** What a training's length grows with, by which halving rations it; null: the model has none. */
export function resourceOf(model: ModelDescription): (SettingSpec & NumberSetting) | null {
  const found = model.settings.find(({ field }) => field === 'epochs' || field === 'iterations');
  return found?.kind === 'integer' ? found : null;
}

/** Where most is to be gained, the first first. */
const FIRST = ['regularisation', 'unobservedWeight', 'l2', 'learningRate', 'shrink', 'k', 'dim'];
const VARIED_AT_FIRST = 2;

export function variedOf(form: StudyForm, model: ModelDescription): readonly SettingSpec[] {
  const specs = variable(form, model);
  if (form.varied) return specs.filter(({ field }) => form.varied?.includes(field));
  const ranked = FIRST.flatMap((name) => specs.filter(({ field }) => field.split('.').at(-1) === name));
  return (ranked.length > 0 ? ranked : specs).slice(0, VARIED_AT_FIRST);
}

/** Settings that can be varied: halving has one of its own. */
export function variable({ search }: StudyForm, model: ModelDescription): readonly SettingSpec[] {
  const resource = search === 'halving' ? resourceOf(model)?.field : undefined;
  return ownSettings(model).filter(({ field }) => field !== resource);
}

/** What of a range is typed as a list of values: all of a grid, and what has no order. */
export const isListed = (spec: SettingSpec, search: SearchKind): boolean =>
  search === 'grid' || spec.kind === 'choice' || spec.kind === 'boolean';

export const valuesText = (form: StudyForm, spec: SettingSpec): string =>
  form.values[spec.field] ?? usualValues(spec).join(', ');

export const endsText = (form: StudyForm, spec: SettingSpec): readonly [string, string] =>
  form.ends[spec.field] ?? usualEnds(spec);

/** The values that a setting takes in the study; null where they are typed wrong. */
export function dimensionOf(form: StudyForm, spec: SettingSpec): Dimension | null {
  return isListed(spec, form.search)
    ? listed(valuesText(form, spec), spec)
    : range(endsText(form, spec), spec);
}

function listed(text: string, spec: SettingSpec): Dimension | null {
  const parts = text
    .split(/[,，;；\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const values = parts.map((part) => {
    if (spec.kind === 'choice') return spec.values.find((value) => value === part);
    if (spec.kind === 'boolean') return part === 'true' ? true : part === 'false' ? false : undefined;
    return readNumber(part, spec) ?? undefined;
  });
  const known = values.filter((value) => value !== undefined);
  const whole = known.length === values.length && known.length > 0 && new Set(known).size === known.length;
  return whole ? { kind: 'choices', values: known } : null;
}

function range([from, to]: readonly [string, string], spec: SettingSpec): Dimension | null {
  if (spec.kind === 'choice' || spec.kind === 'boolean') return null;
  const [min, max] = [readNumber(from, spec), readNumber(to, spec)];
  if (typeof min !== 'number' || typeof max !== 'number' || min >= max) return null;
  if (spec.kind === 'integer') return { kind: 'integers', min, max };
  return spec.log && min > 0 ? { kind: 'log-uniform', min, max } : { kind: 'uniform', min, max };
}

/** How many configs there are to be tried; null while a field is wrong. */
export function trialCount(form: StudyForm, model: ModelDescription): number | null {
  if (form.search !== 'grid') return readNumber(form.trials, NUMBERS.trials) ?? null;
  const sizes = variedOf(form, model).map((spec) => {
    const dimension = dimensionOf(form, spec);
    return dimension?.kind === 'choices' ? dimension.values.length : null;
  });
  if (sizes.length === 0) return null;
  return sizes.reduce<number | null>((all, size) => (all === null || size === null ? null : all * size), 1);
}

/** What may be asked for by the form; null while a field is wrong or nothing is varied. */
export function planOf(
  form: StudyForm,
  model: ModelDescription,
): { readonly plan: StudyPlan; readonly budgetMs: number | null } | null {
  const varied = variedOf(form, model);
  const dimensions = varied.map((spec) => [spec.field, dimensionOf(form, spec)] as const);
  const validation = validationOf(form);
  const search = searchOf(form, model);
  const minutes = readNumber(form.minutes, NUMBERS.minutes);
  const patience = readNumber(form.patience, NUMBERS.patience);
  const seed = readNumber(form.seed, SEED_RANGE);
  const isWrong = varied.length === 0 || dimensions.some(([, dimension]) => dimension === null);
  if (isWrong || !validation || !search || minutes === undefined || patience === undefined) return null;
  if (typeof seed !== 'number') return null;
  return {
    plan: {
      model: model.name,
      config: model.settings.some(({ field }) => field === SEED_FIELD) ? { seed } : {},
      space: Object.fromEntries(dimensions) as SearchSpace,
      search,
      validation,
      metric: form.metric,
      seed,
      ...(patience !== null && search.kind !== 'halving' ? { patience } : {}),
    },
    budgetMs: minutes === null ? null : Math.round(minutes * 60_000),
  };
}

function validationOf(form: StudyForm): Validation | null {
  if (form.validation === 'leave-last-out') return { kind: 'leave-last-out' };
  const folds = readNumber(form.folds, NUMBERS.folds);
  return typeof folds === 'number' ? { kind: 'folds', folds } : null;
}

/** Each rung keeps a third. */
const ETA = 3;

function searchOf(form: StudyForm, model: ModelDescription): Search | null {
  if (form.search === 'grid') return { kind: 'grid' };
  const trials = readNumber(form.trials, NUMBERS.trials);
  if (typeof trials !== 'number') return null;
  if (form.search === 'random') return { kind: 'random', trials };
  const resource = resourceOf(model);
  if (!resource) return null;
  const max = resource.default ?? resource.max;
  const min = Math.max(resource.min, Math.ceil(max / ETA ** 2));
  return { kind: 'halving', trials, resource: resource.field, min, max, eta: ETA };
}
