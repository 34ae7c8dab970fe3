import type { ObjectiveMetric, Search, Settings, StudyPlan, Validation } from '../../../domain/tuning.ts';
import { OBJECTIVE_METRICS } from '../../../domain/tuning.ts';
import type { ModelChoice } from '../../arguments/model-options.ts';
import { MODEL_OPTIONS, readSeed } from '../../arguments/model-options.ts';
import type { OptionSpecs } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';
import { readSpace } from './space-option.ts';

const SEARCHES = ['grid', 'random', 'halving'] as const;
const PROTOCOLS = ['k-fold', 'leave-one-out'] as const;
const DEFAULT_TRIALS = 16;
const DEFAULT_FOLDS = 5;
const MAX = Number.MAX_SAFE_INTEGER;
/** Options that one search alone takes. */
const ONLY_FOR: Readonly<Record<string, readonly (typeof SEARCHES)[number][]>> = {
  trials: ['random', 'halving'],
  'min-epochs': ['halving'],
  eta: ['halving'],
  patience: ['grid', 'random'],
};

export const PLAN_OPTIONS: OptionSpecs = {
  space: {
    value: 'FILE|KEY=VALUES',
    help: 'settings to try: a JSON file, KEY=a,b,c, KEY=int:4..64/4, KEY=uniform:0..1/5 or KEY=log:0.001..0.1/5',
    required: true,
    many: true,
  },
  search: { value: 'NAME', help: `how to search: ${SEARCHES.join(', ')}`, default: 'grid' },
  trials: { value: 'N', help: 'settings to draw, for random and halving', default: String(DEFAULT_TRIALS) },
  eta: { value: 'N', help: 'halving keeps one in N, with N times the epochs, 2 to 100', default: '3' },
  'min-epochs': { value: 'N', help: 'least epochs of halving; --epochs is the most', default: '1' },
  protocol: { value: 'NAME', help: "k-fold, or leave-one-out (each user's last item)", default: 'k-fold' },
  folds: { value: 'N', help: 'folds of k-fold, 2 to 100', default: String(DEFAULT_FOLDS) },
  metric: { value: 'NAME', help: `to be largest: ${OBJECTIVE_METRICS.join(', ')}`, default: 'ndcgAt10' },
  patience: { value: 'N', help: 'end after so many trials in a row without a better one' },
  'pass-patience': {
    value: 'N',
    help: 'end a training after so many epochs that each gain less than --min-gain',
  },
  'min-gain': { value: 'X', help: 'part of the loss, 0 to 1, for --pass-patience', default: '0.001' },
  ...MODEL_OPTIONS,
};

/** @throws UsageError */
export async function readPlan({ kind, config }: ModelChoice, options: ParsedOptions): Promise<StudyPlan> {
  const search = readSearch(options);
  for (const [name, searches] of Object.entries(ONLY_FOR)) {
    if (options.flag(name) && !searches.includes(search.kind)) {
      throw options.error(`--${name} is an option of --search ${searches.join(' and ')}.`);
    }
  }
  if (search.kind === 'halving' && !('epochs' in config)) {
    throw options.error(`--search halving gives more and more epochs, and ${kind.name} has none.`);
  }
  const patience = options.integer('patience', 1, MAX);
  const passPatience = options.integer('pass-patience', 1, MAX);
  const improvement = options.number('min-gain') ?? 0.001;
  return {
    model: kind.name,
    config: config as Settings,
    space: await readSpace(options),
    search: search.kind === 'halving' ? { ...search, max: Number(config['epochs']) } : search,
    validation: readValidation(options),
    metric: options.choice<ObjectiveMetric>('metric', OBJECTIVE_METRICS, 'ndcgAt10'),
    seed: readSeed(options),
    ...(patience === undefined ? {} : { patience }),
    ...(passPatience === undefined
      ? {}
      : { passes: { setting: 'epochs', patience: passPatience, improvement } }),
  };
}

function readSearch(options: ParsedOptions): Search {
  const kind = options.choice('search', SEARCHES, 'grid');
  if (kind === 'grid') return { kind };
  const trials = options.integer('trials', 1, 10_000) ?? DEFAULT_TRIALS;
  if (kind === 'random') return { kind, trials };
  const eta = options.integer('eta', 2, 100) ?? 3;
  const min = options.integer('min-epochs', 1, MAX) ?? 1;
  return { kind, trials, resource: 'epochs', min, max: min, eta };
}

function readValidation(options: ParsedOptions): Validation {
  const protocol = options.choice('protocol', PROTOCOLS, 'k-fold');
  if (protocol === 'k-fold') {
    return { kind: 'folds', folds: options.integer('folds', 2, 100) ?? DEFAULT_FOLDS };
  }
  if (options.flag('folds')) throw options.error('--folds is an option of --protocol k-fold.');
  return { kind: 'leave-last-out' };
}
