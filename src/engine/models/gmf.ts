import { HOME_NAMES } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { DotProductModel, sigmoid } from './dot-product.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';
import { configBy, SEED, settingList } from './settings.ts';

/**
 * GMF with equal weights: Embedding of user and item, Dot, Dense(1, sigmoid), by Adam on binary cross-entropy,
 *
 *   −(1/B) Σ_(u,i,r) r ln p + (1 − r) ln(1 − p),  p = σ(w · x_u·y_i + b),
 *
 * over batches of B pairs, r = 1 of an observed pair and r = 0 of a sampled one. The dot gives one number a pair,
 * and a Dense layer of one unit on one number is its scale w and offset b. It is the generalised matrix
 * factorisation of He et al., "Neural collaborative filtering", WWW 2017, with one weight for all dimensions;
 * negatives are uniform over the items that the user has not seen, four of each observed pair, as there.
 * Initial values and the constants of Adam are those of Keras. Differs: Adam is lazy (a row that a batch does not
 * touch does not drift on by its old moments); w starts at 1 and not at a random number of random sign.
 */
export interface GmfConfig {
  /** Embedding width. Integer, 1 … 512. */
  readonly dim: number;
  /** Passes over the observed pairs. Integer, 1 … 10,000. */
  readonly epochs: number;
  /** Pairs of one step. Integer, 1 … 65,536. */
  readonly batchSize: number;
  /** Sampled pairs of each observed one. Integer, 1 … 1000. */
  readonly negatives: number;
  /** > 0. */
  readonly learningRate: number;
  readonly seed: number;
}

const GMF_SETTINGS: SettingsOf<GmfConfig> = {
  dim: { kind: 'integer', min: 1, max: 512, default: 64, log: true, usual: [16, 256] },
  epochs: { kind: 'integer', min: 1, max: 10_000, default: 10, log: true, usual: [4, 64] },
  batchSize: { kind: 'integer', min: 1, max: 65_536, default: 32, log: true, usual: [16, 4096] },
  negatives: { kind: 'integer', min: 1, max: 1000, default: 4, log: true, usual: [1, 16] },
  learningRate: {
    kind: 'number',
    min: 0,
    open: true,
    max: Infinity,
    default: 0.001,
    log: true,
    usual: [0.0001, 0.01],
  },
  seed: SEED,
};

/** Half the width of the uniform initial values of a Keras embedding. */
const INITIAL_LIMIT = 0.05;

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function gmfConfig(partial: Partial<GmfConfig> = {}): GmfConfig {
  return configBy(GMF_SETTINGS, partial);
}

export class Gmf extends DotProductModel<GmfConfig> {
  readonly name = 'gmf';

  constructor(config: GmfConfig, home: KernelHome) {
    const { dim, epochs, seed, batchSize, negatives, learningRate } = config;
    const recipe = {
      dim,
      biased: false,
      epochs,
      seed,
      initial: (rng: { next(): number }) => INITIAL_LIMIT * (2 * rng.next() - 1),
      output: [1, 0] as const,
      learns: 'scale and offset' as const,
      sampling: { kind: 'labelled' as const, negatives, among: 'unseen' as const },
      optimiser: { kind: 'adam' as const, learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, batchSize },
    };
    super(config, recipe, home);
  }

  /** p: how probable it is that the pair is an observed one and not a sampled one. 0 … 1. */
  predict(user: number, item: number): number {
    return sigmoid(this.scoreItems(user, Int32Array.of(item))[0]!);
  }
}

export const GMF: RecommenderKind<GmfConfig> = {
  name: 'gmf',
  settings: settingList(GMF_SETTINGS),
  learnsOrder: false,
  foldsIn: true,
  explains: 'shares',
  homes: HOME_NAMES,
  config: gmfConfig,
  create: (config, home) => new Gmf(gmfConfig(config), home),
  load: (saved, home) => new Gmf(gmfConfig(saved.config as Partial<GmfConfig>), home).restore(saved),
};
