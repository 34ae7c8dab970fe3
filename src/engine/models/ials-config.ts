import { HomebodyError } from '../../domain/errors.ts';
import type { IalsConfig } from '../../domain/training.ts';

/** What the page trains with unless told otherwise. */
export const DEFAULT_IALS_CONFIG: IalsConfig = {
  dim: 64,
  epochs: 8,
  regularisation: 0.01,
  regularisationExponent: 1,
  unobservedWeight: 0.1,
  initialStddev: 0.1,
  cgSteps: 3,
  seed: 1,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function ialsConfig(partial: Partial<IalsConfig> = {}): IalsConfig {
  const config = { ...DEFAULT_IALS_CONFIG, ...partial };
  integer('dim', config.dim, 4, 512);
  integer('epochs', config.epochs, 1, 1000);
  number('regularisation', config.regularisation, (value) => value > 0, 'above 0');
  const exponent = config.regularisationExponent;
  number('regularisationExponent', exponent, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  number(
    'unobservedWeight',
    config.unobservedWeight,
    (value) => value > 0 && value <= 1,
    'above 0, at most 1',
  );
  number('initialStddev', config.initialStddev, (value) => value > 0, 'above 0');
  integer('cgSteps', config.cgSteps, 1, 32);
  integer('seed', config.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return config;
}

function integer(field: keyof IalsConfig, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw outOfRange(field, value, `an integer from ${min} to ${max}`);
}

function number(
  field: keyof IalsConfig,
  value: number,
  fits: (value: number) => boolean,
  range: string,
): void {
  if (Number.isFinite(value) && fits(value)) return;
  throw outOfRange(field, value, range);
}

function outOfRange(field: string, value: number, range: string): HomebodyError {
  return new HomebodyError('argument/range', `${field} must be ${range}.`, {
    detail: { field, value, range },
  });
}

/** λ_u = λ (|S_u| + α₀ · otherSideCount)^ν of a row with `entries` entries (Rendle et al. 2022). */
export function scaledRegularisation(config: IalsConfig, entries: number, otherSideCount: number): number {
  const { regularisation, regularisationExponent, unobservedWeight } = config;
  return regularisation * (entries + unobservedWeight * otherSideCount) ** regularisationExponent;
}
