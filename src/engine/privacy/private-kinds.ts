import type { GaussianMechanism, NoiseOrigin, PrivacyClaim } from '../../domain/privacy.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import type { GmfConfig } from '../models/gmf.ts';
import { GMF } from '../models/gmf.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import { IALS } from '../models/ials.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import { calibrateNoise, epsilonBy } from './accountant/accountants.ts';
import type { SampledGaussian } from './accountant/mechanism.ts';
import type { DpGmfOptions } from './dp-gmf.ts';
import { mechanismOfGmf } from './dp-gmf.ts';
import { dpGmfConfig, trainPrivateGmf } from './private-gmf.ts';
import { mechanismOfIals, trainPrivateIals } from './private-ials.ts';

export interface PrivateTraining extends Omit<DpGmfOptions, 'config'> {
  /** Called some hundred times or more on the way. */
  readonly onStep?: () => void;
}

/** A kind of model whose item table can be learnt under differential privacy of users. */
export interface PrivateKind {
  readonly name: string;
  /** A pass more or a wider table is more noise: what does well under it is smaller than without. */
  readonly defaults: { readonly dim: number; readonly epochs: number };
  readonly mechanism: (config: ModelConfig, noiseMultiplier: number) => SampledGaussian;
  /** How often `onStep` is called. */
  readonly stepCount: (byUser: Csr, config: ModelConfig) => number;
  /** With the vectors of the log's users, which are no part of what may be handed on (`save(false)`). */
  readonly train: (
    byUser: Csr,
    config: ModelConfig,
    training: PrivateTraining,
    home: KernelHome,
    pacer: Pacer,
  ) => Promise<Recommender>;
}

/** Users between two seams of a pass. */
const SEAM = 32;

const ials = (config: ModelConfig): IalsConfig => config as unknown as IalsConfig;
const gmf = (config: ModelConfig): GmfConfig => config as unknown as GmfConfig;

const KINDS: readonly PrivateKind[] = [
  {
    name: IALS.name,
    defaults: { dim: 16, epochs: 3 },
    mechanism: (config, noise) => mechanismOfIals(ials(config), noise),
    stepCount: ({ rowCount }, config) => (ials(config).epochs * rowCount) / SEAM,
    train: (byUser, config, { sample: _sample, ...training }, home, pacer) =>
      trainPrivateIals(byUser, { ...training, config: ials(config) }, home, pacer),
  },
  {
    name: GMF.name,
    defaults: { dim: 8, epochs: 15 },
    mechanism: (config, noise) => mechanismOfGmf(dpGmfConfig(gmf(config)), noise),
    stepCount: ({ rowCount }, config) => {
      const { steps, samplingRate } = dpGmfConfig(gmf(config));
      return steps * (1 + (samplingRate * rowCount) / SEAM) + rowCount / SEAM;
    },
    train: (byUser, config, training, home, pacer) =>
      trainPrivateGmf(byUser, gmf(config), training, home, pacer),
  },
];

/** Null for a kind of model that has no training under differential privacy. */
export const privateKind = (name: string): PrivateKind | null =>
  KINDS.find((kind) => kind.name === name) ?? null;

export type GaussianClaim = PrivacyClaim & { readonly mechanism: GaussianMechanism };

/** The least noise that keeps to an ε, and what it promises. @throws 'argument/range' naming the field. */
export function claimOf(
  kind: PrivateKind,
  config: ModelConfig,
  { epsilon, delta }: { readonly epsilon: number; readonly delta: number },
  origin: NoiseOrigin,
): GaussianClaim {
  const accountant = 'pld';
  const { samplingRate, steps } = kind.mechanism(config, 0);
  const noiseMultiplier = calibrateNoise({ accountant, samplingRate, steps, delta, epsilon });
  const mechanism = kind.mechanism(config, noiseMultiplier);
  return {
    unit: 'user',
    mechanism: { kind: 'gaussian', ...mechanism },
    epsilon: epsilonBy(accountant, mechanism, delta),
    delta,
    accountant,
    noise: origin,
  };
}

const MOST_DELTA = 1e-5;

/**
 * δ for a log: a power of ten, at most a tenth of one over the number of users, and at most 1e-5. A power of ten, so that
 * it tells next to nothing of the number.
 */
export function deltaFor(userCount: number): number {
  const power = Math.floor(Math.log10(1 / (10 * Math.max(1, userCount))));
  return Math.min(MOST_DELTA, Number(`1e${power}`));
}
