/** One option of a command: how it is read, and how `--help` shows it. */
export interface OptionSpec {
  /** Placeholder of its value in the help, e.g. `N`; null for a flag without a value. */
  readonly value: string | null;
  /** One line: meaning, unit, range. */
  readonly help: string;
  /** In words; absent where there is none. */
  readonly default?: string;
  readonly required?: boolean;
  /** May be given several times. */
  readonly many?: boolean;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command of the command line. `run` resolves when all is printed. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly options: OptionSpecs;
  /** Whole command lines, for the help. */
  readonly examples: readonly string[];
}
