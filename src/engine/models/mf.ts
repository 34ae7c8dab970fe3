import { HOME_NAMES } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { DotProductModel, sigmoid } from './dot-product.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, SEED, settingList } from './settings.ts';

/**
 * MF, matrix factorisation by logistic loss. With the label r = 1 of an observed pair and r = 0 of a sampled one,
 * plain SGD, one pair at a time, minimises over embeddings x, y and biases β_u, β_i, b
 *
 *   Σ_(u,i,r) −r ln σ(z) − (1 − r) ln(1 − σ(z)) + ½ λ (‖x_u‖² + ‖y_i‖² + β_u² + β_i² + b²),
 *   z = x_u·y_i + β_u + β_i + b.
 *
 * Negatives are uniform over all items, the observed ones among them. Rendle, Krichene, Zhang, Anderson, "Neural
 * collaborative filtering vs. matrix factorization revisited", RecSys 2020, and its `mf_simple.py`
 * (google-research/dot_vs_learned_similarity). Differs: both rows of a pair move by the gradient at the rows as
 * they were; there the item's follows the user's.
 */
export interface MfConfig {
  /** Width of an embedding with its bias. Integer, 2 … 512. */
  readonly dim: number;
  /** Passes over the observed pairs. Integer, 1 … 10,000. */
  readonly epochs: number;
  /** Sampled pairs of each observed one. Integer, 1 … 1000. */
  readonly negatives: number;
  /** > 0. */
  readonly learningRate: number;
  /** λ, on all that a step touches. ≥ 0. */
  readonly regularisation: number;
  /** Standard deviation of the initial embeddings; biases start at 0. > 0. */
  readonly initialStddev: number;
  readonly seed: number;
}

/** The paper's for MovieLens 1M. */
const MF_SETTINGS: SettingsOf<MfConfig> = {
  dim: { kind: 'integer', min: 2, max: 512, default: 192, log: true, usual: [16, 256] },
  epochs: { kind: 'integer', min: 1, max: 10_000, default: 256, log: true, usual: [16, 512] },
  negatives: { kind: 'integer', min: 1, max: 1000, default: 8, log: true, usual: [1, 16] },
  learningRate: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.002,
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
export function mfConfig(partial: Partial<MfConfig> = {}): MfConfig {
  return configBy(MF_SETTINGS, partial);
}

export class Mf extends DotProductModel<MfConfig> {
  readonly name = 'mf';

  constructor(config: MfConfig, home: KernelHome) {
    const { dim, epochs, seed, negatives, learningRate, regularisation, initialStddev } = config;
    const recipe = {
      dim,
      biased: true,
      epochs,
      seed,
      initial: (rng: { normal(): number }) => initialStddev * rng.normal(),
      output: [1, 0] as const,
      learns: 'offset' as const,
      sampling: { kind: 'labelled' as const, negatives, among: 'all' as const },
      optimiser: { kind: 'sgd' as const, learningRate, regularisation },
    };
    super(config, recipe, home);
  }

  /** σ(z): how probable it is that the pair is an observed one and not a sampled one. 0 … 1. */
  predict(user: number, item: number): number {
    return sigmoid(this.scoreItems(user, Int32Array.of(item))[0]!);
  }
}

export const MF: RecommenderKind<MfConfig> = {
  name: 'mf',
  settings: settingList(MF_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: mfConfig,
  create: (config, home) => new Mf(mfConfig(config), home),
  load: (saved, home) => new Mf(mfConfig(saved.config as Partial<MfConfig>), home).restore(saved),
};
