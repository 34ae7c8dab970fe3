import { commandHelp, overview } from './arguments/help-text.ts';
import type { CommandSpec } from './arguments/option-spec.ts';
import { UsageError } from './arguments/usage-error.ts';
import { ATTACK, attack } from './commands/attack/attack.ts';
import { EPSILON, epsilon } from './commands/epsilon/epsilon.ts';
import { EVALUATE, evaluate } from './commands/evaluate/evaluate.ts';
import { RECOMMEND, recommend } from './commands/recommend/recommend.ts';
import { TRAIN, train } from './commands/train/train.ts';
import { TUNE, tune } from './commands/tune/tune.ts';
import { failureJson, failureOf, failureText } from './output/failure.ts';
import type { Command, Terminal } from './terminal.ts';

const COMMANDS: readonly (readonly [CommandSpec, Command])[] = [
  [TRAIN, train],
  [EVALUATE, evaluate],
  [RECOMMEND, recommend],
  [TUNE, tune],
  [EPSILON, epsilon],
  [ATTACK, attack],
];

/**
 * Runs one command line to its exit code: 0 done, 1 failed, 2 not understood, 130 stopped. A failure is told
 * on stderr; with `--json` it is an object `{ error }` on stdout as well, so that a program always finds one.
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const specs = COMMANDS.map(([spec]) => spec);
  const [name, ...rest] = args;
  try {
    if (name === undefined) throw new UsageError('No command is given.', overview(specs));
    if (name === '--help' || name === '-h' || name === 'help') {
      terminal.out(overview(specs));
      return 0;
    }
    const found = COMMANDS.find(([spec]) => spec.name === name);
    if (!found) {
      const names = specs.map((spec) => spec.name).join(', ');
      throw new UsageError(
        `There is no command "${name}".`,
        `The commands are ${names}; "--help" tells more.`,
      );
    }
    const [spec, command] = found;
    if (rest.includes('--help')) terminal.out(commandHelp(spec));
    else await command(rest, terminal);
    return 0;
  } catch (error) {
    const failure = failureOf(error);
    terminal.err(failureText(failure));
    if (rest.includes('--json')) terminal.out(failureJson(failure));
    return failure.exitCode;
  }
}
