import { HomebodyError } from '../../domain/errors.ts';
import type {
  BooleanSetting,
  ChoiceSetting,
  ModelConfig,
  NumberSetting,
  Setting,
  SettingSpec,
} from '../../domain/settings.ts';

/** A description of every field of a flat config: its defaults, its checks and its form come from here alone. */
export type SettingsOf<Config> = {
  readonly [Field in keyof Config]-?: [Config[Field]] extends [boolean]
    ? BooleanSetting
    : [Config[Field]] extends [string]
      ? ChoiceSetting<Config[Field]>
      : NumberSetting;
};

/** Of all chance of a model. */
export const SEED: NumberSetting = {
  kind: 'integer',
  min: Number.MIN_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  default: 1,
  usual: [1, 100],
};

function entriesOf<Config>(settings: SettingsOf<Config>): [string, Setting][] {
  return Object.entries(settings as Readonly<Record<string, Setting>>);
}

/** The defaults with the given fields in their place; other fields are left out. @throws 'argument/range' naming the field. */
export function configBy<Config extends object>(
  settings: SettingsOf<Config>,
  given: Partial<Config>,
): Config {
  const entries = entriesOf(settings).map(([field, setting]) => {
    const asked: unknown = given[field as keyof Config];
    const value = asked === undefined ? setting.default : asked;
    checkSetting(field, setting, value);
    return [field, value] as const;
  });
  return Object.fromEntries(entries) as Config;
}

/** The same description as a list. `prefix`: where the fields are those of a part. */
export function settingList<Config>(settings: SettingsOf<Config>, prefix = ''): readonly SettingSpec[] {
  return entriesOf(settings).map(([field, setting]) => ({
    field: prefix + field,
    ...setting,
  }));
}

/** The config with the value of one setting, found by its dotted name, in its place. */
export function withSetting(config: ModelConfig, field: string, value: unknown): ModelConfig {
  const dot = field.indexOf('.');
  if (dot < 0) return { ...config, [field]: value };
  const part = field.slice(0, dot);
  const inner = (config[part] ?? {}) as ModelConfig;
  return { ...config, [part]: withSetting(inner, field.slice(dot + 1), value) };
}

/** The config that some settings by their dotted names make. */
export function configOf(settings: Readonly<Record<string, unknown>>): ModelConfig {
  return Object.entries(settings).reduce<ModelConfig>(
    (config, [field, value]) => withSetting(config, field, value),
    {},
  );
}

/** Undefined where there is none. */
export function settingAt(config: ModelConfig, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as ModelConfig)[part] : undefined),
      config,
    );
}

/** @throws 'argument/range' for a field that none of the settings is called by. */
export function requireKnownSettings(
  name: string,
  settings: readonly SettingSpec[],
  config: ModelConfig,
): void {
  const known = settings.map(({ field }) => field);
  const unknown = fieldsOf(config).find((field) => !known.includes(field));
  if (unknown === undefined) return;
  const range = known.length > 0 ? `one of ${known.join(', ')}` : 'left out, as every setting';
  throw new HomebodyError('argument/range', `${name} has no setting "${unknown}".`, {
    remedy: known.length > 0 ? `It has ${known.join(', ')}.` : 'It has none.',
    detail: { field: unknown, range },
  });
}

/** Dotted names of all that is set. */
function fieldsOf(config: ModelConfig, prefix = ''): string[] {
  return Object.entries(config).flatMap(([field, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? fieldsOf(value as ModelConfig, `${prefix}${field}.`)
      : [prefix + field],
  );
}

function checkSetting(field: string, setting: Setting, value: unknown): void {
  if (fits(setting, value)) return;
  const range = rangeOf(setting);
  throw new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, value, range },
  });
}

function fits(setting: Setting, value: unknown): boolean {
  if (setting.kind === 'boolean') return typeof value === 'boolean';
  if (setting.kind === 'choice') return setting.values.some((one) => one === value);
  if (value === null) return setting.default === null;
  const isNumber = setting.kind === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
  const number = value as number;
  return isNumber && (setting.open ? number > setting.min : number >= setting.min) && number <= setting.max;
}

/** In words: what a value must be. */
export function rangeOf(setting: Setting): string {
  if (setting.kind === 'boolean') return 'true or false';
  if (setting.kind === 'choice') return `one of ${setting.values.join(', ')}`;
  const { kind, min, max, open } = setting;
  if (kind === 'integer') {
    return min === Number.MIN_SAFE_INTEGER ? 'an integer' : `an integer from ${min} to ${max}`;
  }
  if (max === Infinity) return open ? `above ${min}` : `at least ${min}`;
  return open ? `above ${min}, at most ${max}` : `from ${min} to ${max}`;
}
