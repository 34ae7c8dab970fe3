import type { SettingsOf } from './settings.ts';
import { configBy, SEED } from './settings.ts';

/** Of NeuMF; see neumf.ts. */
export interface NeuMfConfig {
  /** Predictive factors: width of GMF's embeddings and of MLP's last layer. Integer, 1 … 128. */
  readonly dim: number;
  /** Hidden layers of the MLP, each half as wide as the one before. Integer, 1 … 4. */
  readonly hiddenLayers: number;
  /** Passes over the observed pairs, by the whole network. Integer, 1 … 10,000. */
  readonly epochs: number;
  /** Passes by GMF and by MLP before; 0: none. Integer, 0 … 10,000. */
  readonly pretrainEpochs: number;
  /** Pairs of one step. Integer, 1 … 65,536. */
  readonly batchSize: number;
  /** Sampled pairs of each observed one. Integer, 1 … 1000. */
  readonly negatives: number;
  /** Of Adam. > 0. */
  readonly learningRate: number;
  /** Of gradient descent, after training ahead. > 0. */
  readonly fusedLearningRate: number;
  readonly seed: number;
}

const RATE = { kind: 'number', min: 0, open: true, max: Infinity, log: true } as const;

export const NEUMF_SETTINGS: SettingsOf<NeuMfConfig> = {
  dim: { kind: 'integer', min: 1, max: 128, default: 8, log: true, usual: [8, 64] },
  hiddenLayers: { kind: 'integer', min: 1, max: 4, default: 3, usual: [1, 4] },
  epochs: { kind: 'integer', min: 1, max: 10_000, default: 20, log: true, usual: [5, 50] },
  pretrainEpochs: { kind: 'integer', min: 0, max: 10_000, default: 0, usual: [0, 20] },
  batchSize: { kind: 'integer', min: 1, max: 65_536, default: 1024, log: true, usual: [256, 8192] },
  negatives: { kind: 'integer', min: 1, max: 1000, default: 4, log: true, usual: [1, 16] },
  learningRate: { ...RATE, default: 0.004, usual: [0.0001, 0.01] },
  fusedLearningRate: { ...RATE, default: 0.05, usual: [0.0001, 0.1] },
  seed: SEED,
};

/** The defaults with the given fields in their place. @throws 'argument/range' naming the field. */
export function neuMfConfig(partial: Partial<NeuMfConfig> = {}): NeuMfConfig {
  return configBy(NEUMF_SETTINGS, partial);
}
