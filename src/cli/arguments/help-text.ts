import type { CommandSpec } from './option-spec.ts';

/** What `--help` of one command prints. */
export function commandHelp(spec: CommandSpec): string {
  const entries = Object.entries(spec.options).map(([name, option]) => {
    const left = option.value === null ? `--${name}` : `--${name} ${option.value}`;
    const marks = [
      ...(option.required ? ['required'] : []),
      ...(option.many ? ['repeatable'] : []),
      ...(option.default === undefined ? [] : [`default ${option.default}`]),
    ];
    return [left, marks.length > 0 ? `${option.help} (${marks.join(', ')})` : option.help] as const;
  });
  const width = Math.max(...entries.map(([left]) => left.length));
  const lines = entries.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`);
  return [
    `${spec.name}: ${spec.summary}`,
    '',
    ...lines,
    '',
    'Examples:',
    ...spec.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

/** What the command line prints when no command is named. */
export function overview(specs: readonly CommandSpec[]): string {
  const width = Math.max(...specs.map(({ name }) => name.length));
  return [
    'Homebody on the command line: the engine of the page, in Node.',
    '',
    'Usage: npm run --silent cli -- COMMAND [options]',
    '',
    ...specs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'COMMAND --help lists its options. Exit code: 0 done, 1 failed, 2 not understood, 130 stopped by Ctrl+C.',
    '',
  ].join('\n');
}
