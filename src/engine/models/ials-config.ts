import type { IalsConfig } from '../../domain/training.ts';
import { integerField, numberField } from './config-checks.ts';

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
  integerField('dim', config.dim, 4, 512);
  integerField('epochs', config.epochs, 1, 1000);
  numberField('regularisation', config.regularisation, (value) => value > 0, 'above 0');
  const exponent = config.regularisationExponent;
  numberField('regularisationExponent', exponent, (value) => value >= 0 && value <= 1, 'from 0 to 1');
  numberField(
    'unobservedWeight',
    config.unobservedWeight,
    (value) => value > 0 && value <= 1,
    'above 0, at most 1',
  );
  numberField('initialStddev', config.initialStddev, (value) => value > 0, 'above 0');
  integerField('cgSteps', config.cgSteps, 1, 32);
  integerField('seed', config.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return config;
}

/** λ_u = λ (|S_u| + α₀ · otherSideCount)^ν of a row with `entries` entries (Rendle et al. 2022). */
export function scaledRegularisation(config: IalsConfig, entries: number, otherSideCount: number): number {
  const { regularisation, regularisationExponent, unobservedWeight } = config;
  return regularisation * (entries + unobservedWeight * otherSideCount) ** regularisationExponent;
}
