import type { KernelHome } from '../../kernels/home.ts';
import type { GradientConfig } from './config-checks.ts';
import { checkGradientConfig, numberField } from './config-checks.ts';
import { DotProductModel } from './dot-product.ts';
import type { RecommenderKind } from './recommender.ts';

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
export interface BprConfig extends GradientConfig {
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

const DEFAULT_BPR_CONFIG: BprConfig = {
  dim: 64,
  epochs: 100,
  learningRate: 0.05,
  regularisation: 0.005,
  initialStddev: 0.1,
  seed: 1,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function bprConfig(partial: Partial<BprConfig> = {}): BprConfig {
  const config = { ...DEFAULT_BPR_CONFIG, ...partial };
  checkGradientConfig(config, 2);
  numberField('regularisation', config.regularisation, (value) => value >= 0, 'at least 0');
  numberField('initialStddev', config.initialStddev, (value) => value > 0, 'above 0');
  return config;
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
  create: (config, home) => new Bpr(bprConfig(config), home),
  load: (saved, home) => new Bpr(bprConfig(saved.config as Partial<BprConfig>), home).restore(saved),
};
