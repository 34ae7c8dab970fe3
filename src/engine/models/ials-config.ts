import type { SettingsOf } from './settings.ts';
import { configBy, SEED } from './settings.ts';

export interface IalsConfig {
  /** Embedding width. Integer, 4 … 512. */
  readonly dim: number;
  /** Passes over users and items. Integer, 1 … 1000. */
  readonly epochs: number;
  /** λ, before frequency scaling. > 0. */
  readonly regularisation: number;
  /** ν, exponent of the frequency scaling. 0 … 1. */
  readonly regularisationExponent: number;
  /** α₀, weight of an unobserved pair against an observed one. (0, 1]. */
  readonly unobservedWeight: number;
  /** Standard deviation of the initial embeddings before division by √dim. > 0. */
  readonly initialStddev: number;
  /** Conjugate-gradient steps per row and pass. Integer, 1 … 32. */
  readonly cgSteps: number;
  readonly seed: number;
}

/** The defaults are what the page trains with unless told otherwise. */
export const IALS_SETTINGS: SettingsOf<IalsConfig> = {
  dim: { kind: 'integer', min: 4, max: 512, default: 64, log: true, usual: [16, 256] },
  epochs: { kind: 'integer', min: 1, max: 1000, default: 8, usual: [4, 24] },
  regularisation: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.01,
    log: true,
    usual: [0.0005, 0.1],
  },
  regularisationExponent: { kind: 'number', min: 0, max: 1, default: 1 },
  unobservedWeight: {
    kind: 'number',
    min: 0,
    open: true,
    max: 1,
    default: 0.1,
    log: true,
    usual: [0.01, 1],
  },
  initialStddev: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.1,
    log: true,
    usual: [0.01, 1],
  },
  cgSteps: { kind: 'integer', min: 1, max: 32, default: 3, usual: [1, 8] },
  seed: SEED,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function ialsConfig(partial: Partial<IalsConfig> = {}): IalsConfig {
  return configBy(IALS_SETTINGS, partial);
}

/** λ_u = λ (|S_u| + α₀ · otherSideCount)^ν of a row with `entries` entries (Rendle et al. 2022). */
export function scaledRegularisation(
  config: Pick<IalsConfig, 'regularisation' | 'regularisationExponent' | 'unobservedWeight'>,
  entries: number,
  otherSideCount: number,
): number {
  const { regularisation, regularisationExponent, unobservedWeight } = config;
  return regularisation * (entries + unobservedWeight * otherSideCount) ** regularisationExponent;
}
