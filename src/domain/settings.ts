/** Settings of a model by name, as JSON has them; those of a part of it are nested. */
export type ModelConfig = Readonly<Record<string, unknown>>;

export interface NumberSetting {
  readonly kind: 'integer' | 'number';
  /** The smallest value; where `open`, every value must be above it. */
  readonly min: number;
  readonly open?: true;
  /** The largest value; Infinity: any. */
  readonly max: number;
  /** Null: the model finds the value itself, which may be asked for by null. */
  readonly default: number | null;
  /** Values are best compared by their ratio: a slider or a search goes by the logarithm. */
  readonly log?: true;
  /** Between which values it is worth looking, where that is less than `min` to `max`. */
  readonly usual?: readonly [from: number, to: number];
}

export interface ChoiceSetting<Value extends string = string> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
  readonly default: Value;
}

export interface BooleanSetting {
  readonly kind: 'boolean';
  readonly default: boolean;
}

/** What a value may be, and what it is unless given. */
export type Setting = NumberSetting | ChoiceSetting | BooleanSetting;

/** One setting of a model: what a form, the command line and a search need to know of it. Plain data. */
export type SettingSpec = {
  /** Its name; dots lead to the settings of a part of the model. */
  readonly field: string;
} & Setting;
