import type { IalsConfig } from '../../engine/models/ials-config.ts';
import { ialsConfig } from '../../engine/models/ials-config.ts';
import type { OptionSpecs } from './option-spec.ts';

/** The page trains for fewer passes because somebody waits; ahead of time there is time. */
export const DEFAULT_EPOCHS: number = 16;

/** The option for each field of the configuration, and for a field of that name of any other model. */
export const OPTION_OF: Readonly<Record<keyof IalsConfig, string>> = {
  dim: 'dim',
  epochs: 'epochs',
  regularisation: 'reg',
  regularisationExponent: 'reg-exp',
  unobservedWeight: 'unobserved-weight',
  initialStddev: 'init-stddev',
  cgSteps: 'cg-steps',
  seed: 'seed',
};

const DEFAULTS = ialsConfig();

export const IALS_OPTIONS: OptionSpecs = {
  dim: { value: 'N', help: 'embedding width, 4 to 512', default: String(DEFAULTS.dim) },
  epochs: { value: 'N', help: 'passes over users and items, 1 to 1000', default: String(DEFAULT_EPOCHS) },
  reg: {
    value: 'X',
    help: 'regularisation, above 0, before it is scaled by frequency',
    default: String(DEFAULTS.regularisation),
  },
  'reg-exp': {
    value: 'X',
    help: 'exponent of the frequency scaling, 0 to 1',
    default: String(DEFAULTS.regularisationExponent),
  },
  'unobserved-weight': {
    value: 'X',
    help: 'weight of a pair that was not observed, above 0, at most 1',
    default: String(DEFAULTS.unobservedWeight),
  },
  'init-stddev': {
    value: 'X',
    help: 'spread of the first embeddings before division by √dim, above 0',
    default: String(DEFAULTS.initialStddev),
  },
  'cg-steps': {
    value: 'N',
    help: 'conjugate-gradient steps a row and pass, 1 to 32',
    default: String(DEFAULTS.cgSteps),
  },
  seed: { value: 'N', help: 'of all chance, any integer', default: String(DEFAULTS.seed) },
};
