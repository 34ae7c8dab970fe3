import { parseArgs } from 'node:util';
import type { CommandSpec } from './option-spec.ts';
import { UsageError } from './usage-error.ts';

/** The options of one call, as text; each reader checks its own option and names it in the error. */
export class ParsedOptions {
  readonly #command: string;
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(command: string, values: ReadonlyMap<string, readonly string[]>) {
    this.#command = command;
    this.#values = values;
  }

  flag(name: string): boolean {
    return this.#values.has(name);
  }

  /** All values of a repeatable option; empty when it was not given. */
  texts(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  /** @throws UsageError when the option is missing or empty. */
  requiredText(name: string, what: string): string {
    const text = this.text(name);
    if (text) return text;
    throw this.error(`--${name} is missing: ${what}.`);
  }

  /** @throws UsageError unless the value is one of `choices`. */
  choice<T extends string>(name: string, choices: readonly T[], fallback?: T): T {
    const text = this.text(name) ?? fallback;
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const given = text === undefined ? 'is missing' : `cannot be "${text}"`;
    const allowed = choices.length === 1 ? choices[0] : `one of ${choices.join(', ')}`;
    throw this.error(`--${name} ${given}: it is ${allowed}.`);
  }

  /** @throws UsageError unless the value is an integer from `min` to `max`. */
  integer(name: string, min: number, max: number): number | undefined {
    const value = this.number(name);
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
    throw this.error(`--${name} cannot be ${this.text(name)}: it is an integer from ${min} to ${max}.`);
  }

  /** Any finite number; whoever knows the range checks it. @throws UsageError when it is not a number. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw this.error(`--${name} takes a number, not "${text}".`);
  }

  error(message: string): UsageError {
    return new UsageError(message, helpRemedy(this.#command));
  }
}

const helpRemedy = (command: string): string => `"${command} --help" lists the options.`;

/** @throws UsageError for an option that the command does not have, or one without its value. */
export function parseOptions(spec: CommandSpec, args: readonly string[]): ParsedOptions {
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, { value }]) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  try {
    const { values } = parseArgs({
      args: joinNegatives(args),
      options,
      strict: true,
      allowPositionals: false,
    });
    const given = new Map<string, readonly string[]>();
    for (const [name, all] of Object.entries(values)) {
      if (Array.isArray(all)) given.set(name, all.map(String));
    }
    requireSingle(spec, given);
    return new ParsedOptions(spec.name, given);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    // Node's text goes on with advice for programmers after the first sentence.
    throw new UsageError(message.split(/\. |\n/, 1)[0]!.replace(/\.?$/, '.'), helpRemedy(spec.name));
  }
}

/** `--seed -3` as `--seed=-3`: what looks like an option but is a number belongs to the option before it. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-[\d.]/.test(arg) && before && /^--[^=]+$/.test(before))
      joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function requireSingle(spec: CommandSpec, given: ReadonlyMap<string, readonly string[]>): void {
  for (const [name, values] of given) {
    const { value, many } = spec.options[name]!;
    if (values.length < 2 || value === null || many) continue;
    throw new UsageError(
      `--${name} is given ${values.length} times and takes one value.`,
      helpRemedy(spec.name),
    );
  }
}
