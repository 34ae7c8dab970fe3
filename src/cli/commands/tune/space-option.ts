import type { SearchSpace, SettingValue } from '../../../domain/tuning.ts';
import { readFile } from 'node:fs/promises';
import { HomebodyError } from '../../../domain/errors.ts';
import { readSearchSpace } from '../../../engine/tuning/search-space.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';

/**
 * All `--space` together: JSON files, and `setting=a,b,c`, `setting=int:4..64/4` (each 4th integer),
 * `setting=uniform:0..1/5` and `setting=log:0.001..0.1/5` (5 values in a grid). @throws UsageError
 */
export async function readSpace(options: ParsedOptions): Promise<SearchSpace> {
  options.requiredText('space', 'the settings to try, such as regularisation=0.003,0.01,0.03');
  const space = new Map<string, unknown>();
  for (const text of options.texts('space')) {
    const at = text.indexOf('=');
    const given =
      at < 0 ? await fromFile(text, options) : [[text.slice(0, at), dimensionOf(text.slice(at + 1))]];
    for (const [name, dimension] of given as [string, unknown][]) {
      if (space.has(name)) throw options.error(`--space gives ${name} twice.`);
      space.set(name, dimension);
    }
  }
  try {
    return readSearchSpace(Object.fromEntries(space));
  } catch (error) {
    throw usageOf(error, options);
  }
}

/** A setting that does not fit, as an error of the command line; anything else as it is. */
export function usageOf(error: unknown, options: ParsedOptions): unknown {
  if (!(error instanceof HomebodyError) || error.code !== 'argument/range') return error;
  const { range } = error.detail;
  const known = typeof range === 'string' && !error.message.includes(range) ? ` It is ${range}.` : '';
  return options.error(`The search does not fit: ${error.message}${known}`);
}

async function fromFile(
  path: string,
  options: ParsedOptions,
): Promise<readonly (readonly [string, unknown])[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw options.error(`--space: there is no file "${path}" to read, and "${path}" has no "=".`);
  });
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch {
    throw options.error(`--space: "${path}" is not a JSON object.`);
  }
}

const RANGE = /^(int|uniform|log):(.+)\.\.([^/]+)(?:\/(.+))?$/;

function dimensionOf(text: string): unknown {
  const range = RANGE.exec(text);
  if (!range) return { kind: 'choices', values: text.split(',').map(valueOf) };
  const [, name, min, max, step] = range;
  const bounds = { min: Number(min), max: Number(max) };
  if (name === 'int') return { kind: 'integers', ...bounds, ...(step ? { step: Number(step) } : {}) };
  const kind = name === 'log' ? 'log-uniform' : 'uniform';
  return { kind, ...bounds, ...(step ? { steps: Number(step) } : {}) };
}

function valueOf(text: string): SettingValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
