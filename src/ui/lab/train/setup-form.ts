import type { RunSetup } from '../../../client/lab/lab-state.ts';
import type { LabProtocol } from '../../../domain/lab.ts';
import type { ModelDescription } from '../../../domain/model-description.ts';
import type { ModelConfig, NumberSetting, SettingSpec } from '../../../domain/settings.ts';

export type LabProtocolName = LabProtocol['name'];
export const LAB_PROTOCOLS: readonly LabProtocolName[] = ['leave-one-out', 'temporal', 'strong', 'k-fold'];

/** A form as it was typed. What is missing is as it is by default. */
export interface SetupForm {
  /** '' for the first of all models. */
  readonly model: string;
  /** By dotted name of the setting. */
  readonly settings: Readonly<Record<string, string>>;
  readonly protocol: LabProtocolName;
  /** The number that goes with the protocol, in its form: people, per cent or folds. */
  readonly amounts: Readonly<Partial<Record<LabProtocolName, string>>>;
  readonly seed: string;
}

export const EMPTY_SETUP: SetupForm = {
  model: '',
  settings: {},
  protocol: 'leave-one-out',
  amounts: {},
  seed: '1',
};

/** A setting that every run has once for all: it stands apart from the model's own. */
export const SEED_FIELD = 'seed';

/** What the number of each protocol may be; shares as per cent. */
export const AMOUNTS: Readonly<Record<LabProtocolName, NumberSetting & { readonly default: number }>> = {
  'leave-one-out': { kind: 'integer', min: 1, max: 1_000_000, default: 5000 },
  temporal: { kind: 'number', min: 0.1, max: 90, default: 10 },
  strong: { kind: 'number', min: 0.1, max: 90, default: 10 },
  'k-fold': { kind: 'integer', min: 2, max: 20, default: 5 },
};

export const SEED_RANGE: NumberSetting = {
  kind: 'integer',
  min: Number.MIN_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  default: 1,
};

/** What a text means as a number of a setting; undefined where it means none that may be. Null: left to the model. */
export function readNumber(text: string, spec: NumberSetting): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return spec.default === null ? null : undefined;
  const value = Number(trimmed);
  if (!Number.isFinite(value) || (spec.kind === 'integer' && !Number.isSafeInteger(value))) return undefined;
  const low = spec.open ? value > spec.min : value >= spec.min;
  return low && value <= spec.max ? value : undefined;
}

/** As `readNumber`, for a setting of any kind. */
export function readSetting(text: string, spec: SettingSpec): unknown {
  if (spec.kind === 'choice') return spec.values.find((value) => value === text);
  if (spec.kind === 'boolean') return text === 'true';
  return readNumber(text, spec);
}

/** What stands in the field of a setting. */
export function settingText(form: Pick<SetupForm, 'settings'>, spec: SettingSpec): string {
  return form.settings[spec.field] ?? (spec.default === null ? '' : String(spec.default));
}

/** Settings as a form has them, of a config that a run or a study was made with; those that are as by default are left out. */
export function textsOf(
  config: ModelConfig,
  specs: readonly SettingSpec[],
): Readonly<Record<string, string>> {
  const entries = specs.flatMap((spec) => {
    const value = valueAt(config, spec.field);
    return value === undefined || value === spec.default ? [] : [[spec.field, textOf(value)] as const];
  });
  return Object.fromEntries(entries);
}

/** What may be asked for by the form; null while a field is wrong. */
export function setupOf(form: SetupForm, model: ModelDescription): RunSetup | null {
  const specs = ownSettings(model);
  const values = specs.map((spec) => [spec.field, readSetting(settingText(form, spec), spec)] as const);
  const protocol = protocolOf(form);
  const seed = readNumber(form.seed, SEED_RANGE);
  if (values.some(([, value]) => value === undefined) || !protocol || typeof seed !== 'number') return null;
  return { model: model.name, config: configOf(values), protocol, seed };
}

export function protocolOf({ protocol: name, amounts }: SetupForm): LabProtocol | null {
  const amount = readNumber(amountText(amounts, name), AMOUNTS[name]);
  if (typeof amount !== 'number') return null;
  if (name === 'leave-one-out') return { name, maxUsers: amount };
  return name === 'k-fold' ? { name, folds: amount } : { name, testShare: amount / 100 };
}

export const amountText = (amounts: SetupForm['amounts'], name: LabProtocolName): string =>
  amounts[name] ?? String(AMOUNTS[name].default);

/** Its settings but the seed, which is the run's. */
export const ownSettings = (model: ModelDescription): readonly SettingSpec[] =>
  model.settings.filter(({ field }) => field !== SEED_FIELD);

/** The splits that do not heed time, and so flatter where there are times. */
export const splitsAtRandom = (name: LabProtocolName): boolean => name === 'k-fold' || name === 'strong';

/** A nested config from dotted names. */
export function configOf(values: readonly (readonly [field: string, value: unknown])[]): ModelConfig {
  const config: Record<string, unknown> = {};
  for (const [field, value] of values) {
    const [part, rest] = [field.split('.')[0]!, field.split('.').slice(1).join('.')];
    if (rest === '') config[part] = value;
    else config[part] = { ...(config[part] as ModelConfig | undefined), ...configOf([[rest, value]]) };
  }
  return config;
}

/** The value at a dotted name, undefined where there is none. */
export function valueAt(config: ModelConfig, field: string): unknown {
  if (field in config) return config[field];
  return field
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as ModelConfig)[part] : undefined),
      config,
    );
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
