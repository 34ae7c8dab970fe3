/** Where the chance of a noise comes from. Who knows a seed can take the noise off again. */
export type NoiseOrigin = 'cryptographic' | 'seeded';

/** The Poisson-subsampled Gaussian mechanism; see `SampledGaussian` of the accountants. */
export interface GaussianMechanism {
  readonly kind: 'gaussian';
  /** q, 0 … 1. 1: everybody takes part in every step. */
  readonly samplingRate: number;
  /** z ≥ 0. */
  readonly noiseMultiplier: number;
  readonly steps: number;
  /** Examples that a unit has at most, where what is sampled is an example. Left out: 1. */
  readonly groupSize?: number;
}

/** Whole-number Laplace noise on counts, P(k) ∝ e^(−|k| ε / sensitivity), once. */
export interface CountMechanism {
  readonly kind: 'geometric';
  /** By how much one unit can change all counts together: the items that count of each. Integer, 1 and more. */
  readonly sensitivity: number;
}

/** What a figure of ε promises, and to whom. Adjacency: one unit more or less. */
export interface PrivacyClaim {
  /** What one unit is: `user` with all of their events, or one `example`. */
  readonly unit: 'user' | 'example';
  readonly mechanism: GaussianMechanism | CountMechanism;
  readonly epsilon: number;
  readonly delta: number;
  /** `exact`: from the distribution of the noise alone. The others are upper bounds. */
  readonly accountant: 'rdp' | 'pld' | 'exact';
  /** Null where nothing was drawn: the figure is only counted. */
  readonly noise: NoiseOrigin | null;
}

/** A claim in words: names and texts, in English; what is promised, and what is not. */
export type PrivacyStatement = readonly (readonly [name: string, text: string])[];
