import { HOME_NAMES } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { DotProductModel } from './dot-product.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, SEED, settingList } from './settings.ts';

/**
 * BPR, Bayesian personalised ranking by matrix factorisation (BPR-MF). Plain SGD by LearnBPR, over (u, i, j) drawn
 * with replacement, i an item that u likes and j one that u has not seen, minimises
 *
 *   Σ −ln σ(s_ui − s_uj) + ½ λ (‖x_u‖² + ‖y_i‖² + ‖y_j‖²),  s_ui = x_u·y_i + β_i.
 *
 * Rendle, Freudenthaler, Gantner, Schmidt-Thieme, "BPR: Bayesian personalized ranking from implicit feedback",
 * UAI 2009. Differs: one λ for users and items; an item bias in the last column, as in later implementations
 * (the column is idle in a user's row, since the user's bias is in both scores). An epoch draws as many triples as
 * there are observed pairs.
 */
export interface BprConfig {
  /** Width of an embedding with its bias. Integer, 2 … 512. */
  readonly dim: number;
  /** Integer, 1 … 10,000. */
  readonly epochs: number;
  /** > 0. */
  readonly learningRate: number;
  /** λ, on all that a step touches. ≥ 0. */
  readonly regularisation: number;
  /** Standard deviation of the initial embeddings; biases start at 0. > 0. */
  readonly initialStddev: number;
  readonly seed: number;
}

const BPR_SETTINGS: SettingsOf<BprConfig> = {
  dim: { kind: 'integer', min: 2, max: 512, default: 64, log: true, usual: [16, 256] },
  epochs: { kind: 'integer', min: 1, max: 10_000, default: 100, log: true, usual: [16, 512] },
  learningRate: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.05,
    log: true,
    usual: [0.0005, 0.1],
  },
  regularisation: { kind: 'number', min: 0, max: Infinity, default: 0.005, log: true, usual: [0.0005, 0.1] },
  initialStddev: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.1,
    log: true,
    usual: [0.01, 1],
  },
  seed: SEED,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function bprConfig(partial: Partial<BprConfig> = {}): BprConfig {
  return configBy(BPR_SETTINGS, partial);
}

class Bpr extends DotProductModel<BprConfig> {
  readonly name = 'bpr';

  constructor(config: BprConfig, home: KernelHome) {
    const { dim, epochs, seed, learningRate, regularisation, initialStddev } = config;
    const recipe = {
      dim,
      biased: true,
      epochs,
      seed,
      initial: (rng: { normal(): number }) => initialStddev * rng.normal(),
      output: [1, 0] as const,
      learns: 'nothing' as const,
      sampling: { kind: 'ranked' as const },
      optimiser: { kind: 'sgd' as const, learningRate, regularisation },
    };
    super(config, recipe, home);
  }
}

export const BPR: RecommenderKind<BprConfig> = {
  name: 'bpr',
  settings: settingList(BPR_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: bprConfig,
  create: (config, home) => new Bpr(bprConfig(config), home),
  load: (saved, home) => new Bpr(bprConfig(saved.config as Partial<BprConfig>), home).restore(saved),
};
