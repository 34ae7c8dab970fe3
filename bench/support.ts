/** What the benchmarks share: order statistics, the machine's name, one way to print. */
import { cpus } from 'node:os';
import { table } from '../src/cli/output/table.ts';

/** The value below which a part `q` (0 … 1) of the values lies. NaN of none. */
export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `q` significant digits, as a number. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));

/** A table for people, then one line of JSON for programs. The first row is the head. */
export function print(rows: readonly (readonly string[])[], report: Readonly<Record<string, unknown>>): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;
  process.stdout.write(
    `${table(rows, true)}${JSON.stringify({ machine, node: process.version, ...report })}\n`,
  );
}
