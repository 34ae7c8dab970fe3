import { HomebodyError } from '../../domain/errors.ts';
import type { Dimension, SearchSpace, Settings, SettingValue } from '../../domain/tuning.ts';
import type { Rng } from '../../domain/rng.ts';

/** A grid beyond this is a mistake: nobody waits for it. */
const MAX_GRID = 10_000;

/** A space from outside (a file, a stored study). @throws 'argument/range' naming the setting. */
export function readSearchSpace(value: unknown): SearchSpace {
  if (!isObject(value) || Object.keys(value).length === 0) {
    throw wrong('space', 'an object with at least one setting and its values', value);
  }
  for (const [name, dimension] of Object.entries(value)) checkDimension(name, dimension);
  return value as SearchSpace;
}

/** All combinations; the last name in alphabetical order varies fastest. @throws 'argument/range' */
export function gridOf(space: SearchSpace): readonly Settings[] {
  let grid: Settings[] = [{}];
  for (const name of namesOf(space)) {
    const values = gridValues(name, space[name]!);
    if (grid.length * values.length > MAX_GRID) {
      throw new HomebodyError('argument/range', `The grid has more than ${MAX_GRID} combinations.`, {
        remedy: 'Give fewer values, or search at random.',
        detail: { field: name, range: `at most ${MAX_GRID} combinations` },
      });
    }
    grid = grid.flatMap((settings) => values.map((value) => ({ ...settings, [name]: value })));
  }
  return grid;
}

/** One point of the space. */
export function drawFrom(space: SearchSpace, rng: Rng): Settings {
  // A stream per name: another setting beside it changes no draw.
  return Object.fromEntries(namesOf(space).map((name) => [name, drawValue(space[name]!, rng.fork(name))]));
}

const namesOf = (space: SearchSpace): readonly string[] => Object.keys(space).sort();

function gridValues(name: string, dimension: Dimension): readonly SettingValue[] {
  if (dimension.kind === 'choices') return dimension.values;
  if (dimension.kind === 'integers') {
    const { min, step = 1 } = dimension;
    const count = integerCount(dimension);
    if (count > MAX_GRID) throw wrong(name, `at most ${MAX_GRID} integers for a grid`, dimension);
    return Array.from({ length: count }, (_, i) => min + i * step);
  }
  const { steps } = dimension;
  if (steps === undefined) throw wrong(name, 'given with "steps" for a grid', dimension);
  return Array.from({ length: steps }, (_, i) => between(dimension, i / (steps - 1)));
}

function drawValue(dimension: Dimension, rng: Rng): SettingValue {
  if (dimension.kind === 'choices') return dimension.values[rng.int(dimension.values.length)]!;
  if (dimension.kind === 'integers') {
    return dimension.min + (dimension.step ?? 1) * rng.int(integerCount(dimension));
  }
  return between(dimension, rng.next());
}

const integerCount = ({ min, max, step = 1 }: Extract<Dimension, { kind: 'integers' }>): number =>
  Math.floor((max - min) / step) + 1;

/** `part` 0 … 1 of the way from min to max; exactly the bounds at its ends. */
function between(range: { kind: string; min: number; max: number }, part: number): number {
  const { kind, min, max } = range;
  if (part === 0 || part === 1) return part === 0 ? min : max;
  return kind === 'uniform' ? min + part * (max - min) : min * (max / min) ** part;
}

const KINDS = 'choices, uniform, log-uniform or integers';

function checkDimension(name: string, dimension: unknown): void {
  if (!isObject(dimension)) throw wrong(name, `an object whose kind is ${KINDS}`, dimension);
  const { kind, values, min, max, steps, step } = dimension;
  if (kind === 'choices') {
    const isSetting = (value: unknown): boolean =>
      typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (Array.isArray(values) && values.length > 0 && values.every(isSetting)) {
      if (new Set(values).size === values.length) return;
    }
    throw wrong(name, 'a list of at least one number, text or truth value, none of them twice', values);
  }
  if (kind !== 'uniform' && kind !== 'log-uniform' && kind !== 'integers') {
    throw wrong(name, `an object whose kind is ${KINDS}`, dimension);
  }
  if (!isNumber(min) || !isNumber(max) || min > max) {
    throw wrong(name, 'a range from "min" to "max", the smaller first', dimension);
  }
  if (kind === 'log-uniform' && min <= 0) throw wrong(name, 'above 0 where it is log-uniform', min);
  if (kind === 'integers') {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) {
      throw wrong(name, 'a range of integers', dimension);
    }
    if (step !== undefined && !(Number.isInteger(step) && (step as number) > 0)) {
      throw wrong(name, 'given with a "step" that is an integer above 0', step);
    }
  } else if (steps !== undefined && !(Number.isInteger(steps) && (steps as number) > 1)) {
    throw wrong(name, 'given with "steps" that are an integer above 1', steps);
  }
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wrong(field: string, range: string, value: unknown): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, range, value },
  });
}
