import type { SettingsOf } from '../models/settings.ts';
import { SEED } from '../models/settings.ts';
import type { NetworkConfig } from './network.ts';

/** Of SASRec with full softmax on MovieLens 1M in its authors' comparison, with shorter rows. */
export const NETWORK_SETTINGS: SettingsOf<NetworkConfig> = {
  dim: { kind: 'integer', min: 4, max: 512, default: 64, log: true, usual: [32, 128] },
  maxLength: { kind: 'integer', min: 2, max: 1000, default: 50, log: true, usual: [10, 200] },
  dropout: { kind: 'number', min: 0, max: 0.9, default: 0.2, usual: [0, 0.5] },
  epochs: { kind: 'integer', min: 1, max: 10_000, default: 30, log: true, usual: [5, 200] },
  batchSize: { kind: 'integer', min: 1, max: 4096, default: 64, log: true, usual: [16, 256] },
  learningRate: {
    kind: 'number',
    min: 0,
    open: true,
    max: 1,
    default: 0.001,
    log: true,
    usual: [0.0003, 0.01],
  },
  patience: { kind: 'integer', min: 1, max: 10_000, default: 4, log: true, usual: [2, 20] },
  validationUsers: { kind: 'integer', min: 0, max: 100_000, default: 600, usual: [0, 2000] },
  maxMinutes: { kind: 'number', min: 0, open: true, max: 100_000, default: 30, log: true, usual: [1, 120] },
  seed: SEED,
};
