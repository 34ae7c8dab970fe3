import { HomebodyError } from '../../domain/errors.ts';
import type { ModelConfig, SettingSpec } from '../../domain/settings.ts';
import { ialsConfig } from '../../engine/models/ials-config.ts';
import type { IalsConfig } from '../../engine/models/ials-config.ts';
import { IALS } from '../../engine/models/ials.ts';
import type { RecommenderKind } from '../../engine/models/recommender.ts';
import { MODEL_KINDS, MODEL_NAMES, modelKind } from '../../engine/models/registry.ts';
import { withSetting } from '../../engine/models/settings.ts';
import { DEFAULT_EPOCHS, IALS_OPTIONS, OPTION_OF } from './ials-options.ts';
import type { OptionSpecs } from './option-spec.ts';
import type { ParsedOptions } from './parsed-options.ts';

const FIELDS = Object.keys(OPTION_OF) as (keyof IalsConfig)[];

export const MODEL_OPTIONS: OptionSpecs = {
  ...IALS_OPTIONS,
  set: {
    value: 'MODEL.FIELD=X',
    help: 'any setting of a model, a number, true, false or a word, by the name that --json prints it with; of one model FIELD=X will do',
    many: true,
  },
};

/** A model that was asked for, with all of its settings. */
export interface ModelChoice {
  readonly kind: RecommenderKind<object>;
  readonly config: ModelConfig;
}

/**
 * The models of these names, configured by the options. An option counts for each model that has such a setting.
 * @throws UsageError for an unknown or repeated name, an option that none of the models takes, and a value that
 * does not fit.
 */
export function readModels(options: ParsedOptions, option: string, names: readonly string[]): ModelChoice[] {
  for (const name of names) {
    if (!MODEL_NAMES.includes(name)) {
      throw options.error(`--${option} cannot be "${name}": it is one of ${MODEL_NAMES.join(', ')}.`);
    }
  }
  if (new Set(names).size < names.length) throw options.error(`--${option} names a model twice.`);
  const set = readSettings(options, names);
  const choices = names.map((name) => configured(modelKind(name), options, set.get(name) ?? []));
  for (const field of FIELDS) {
    if (field === 'seed' || !options.flag(OPTION_OF[field])) continue;
    if (choices.some(({ kind }) => takes(kind, field))) continue;
    const takers = MODEL_KINDS.filter((kind) => takes(kind, field)).map(({ name }) => name);
    throw options.error(
      `--${OPTION_OF[field]} is an option of ${takers.join(', ')}; ${names.join(', ')} takes none of them.`,
    );
  }
  return choices;
}

/** The seed of all chance that is not a model's own. @throws UsageError */
export function readSeed(options: ParsedOptions): number {
  return options.integer('seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? ialsConfig().seed;
}

type Setting = readonly [field: string, value: unknown];

function readSettings(options: ParsedOptions, names: readonly string[]): Map<string, Setting[]> {
  const settings = new Map<string, Setting[]>();
  for (const text of options.texts('set')) {
    const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const named = MODEL_NAMES.find((one) => key.startsWith(`${one}.`));
    const name = named ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined || !names.includes(name) || key === '') {
      throw options.error(`--set takes MODEL.FIELD=X of ${names.join(', ')}, not "${text}".`);
    }
    const field = named === undefined ? key : key.slice(name.length + 1);
    settings.set(name, [...(settings.get(name) ?? []), [field, plainValue(value)]]);
  }
  return settings;
}

function plainValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

function configured(
  kind: RecommenderKind<object>,
  options: ParsedOptions,
  settings: readonly Setting[],
): ModelChoice {
  let given: ModelConfig = kind.name === IALS.name ? { epochs: DEFAULT_EPOCHS } : {};
  for (const field of FIELDS) {
    const value = options.number(OPTION_OF[field]);
    if (value !== undefined && takes(kind, field)) given = { ...given, [field]: value };
  }
  for (const [field, value] of settings) {
    if (!takes(kind, field)) {
      const known = kind.settings.map((setting) => setting.field).join(', ') || 'none';
      throw options.error(`--set: ${kind.name} has no setting "${field}"; it has ${known}.`);
    }
    given = withSetting(given, field, value);
  }
  try {
    return { kind, config: kind.config(given) as ModelConfig };
  } catch (error) {
    if (!(error instanceof HomebodyError) || error.code !== 'argument/range') throw error;
    const { field, range, value } = error.detail as { field: string; range: string; value: unknown };
    const set = settings.find(([name]) => name === field || name.endsWith(`.${field}`))?.[0];
    const option = set ? `set ${kind.name}.${set}` : OPTION_OF[field as keyof IalsConfig];
    throw options.error(`--${option} cannot be ${String(value)}: it must be ${range}.`);
  }
}

const takes = ({ settings }: { readonly settings: readonly SettingSpec[] }, field: string): boolean =>
  settings.some((setting) => setting.field === field);
