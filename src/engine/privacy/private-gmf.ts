import type { KernelHome } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import type { GmfConfig } from '../models/gmf.ts';
import { GMF } from '../models/gmf.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import { heard, inTurns } from '../training/steps.ts';
import type { DpGmfConfig, DpGmfOptions } from './dp-gmf.ts';
import { dpGmfSteps, gmfUserSteps } from './dp-gmf.ts';

/** Chance of a user to be in a step. */
const SAMPLING_RATE = 0.5;
/** On the mean gradient of users whose norm is at most 1: a table of thousands of numbers needs long steps. */
const LEARNING_RATE = 30;

/** DP-SGD for these settings of GMF: an epoch is as many steps as sample each user once on average. */
export const dpGmfConfig = ({ dim, epochs, negatives }: GmfConfig): DpGmfConfig => ({
  dim,
  steps: Math.round(epochs / SAMPLING_RATE),
  samplingRate: SAMPLING_RATE,
  negatives,
  bound: 1,
  learningRate: LEARNING_RATE,
});

/**
 * A GMF model whose item table was learnt by DP-SGD. The vectors of the log's users are folded in by the table: they
 * are here to be measured, and are no part of what may be handed on (`save(false)`).
 * @throws 'training/no-data', 'training/cancelled'
 */
export async function trainPrivateGmf(
  byUser: Csr,
  config: GmfConfig,
  options: Omit<DpGmfOptions, 'config'> & { readonly onStep?: () => void },
  home: KernelHome,
  pacer: Pacer,
): Promise<Recommender> {
  const settings = dpGmfConfig(config);
  const { onStep } = options;
  const items = await inTurns(heard(dpGmfSteps(byUser, { ...options, config: settings }), onStep), pacer);
  const users = await inTurns(heard(gmfUserSteps(byUser, items, settings), onStep), pacer);
  const { dim } = config;
  return GMF.load(
    {
      name: GMF.name,
      config,
      tensors: {
        item_embeddings: { shape: [byUser.columnCount, dim], values: items },
        output: { shape: [2], values: Float32Array.of(1, 0) },
        user_embeddings: { shape: [byUser.rowCount, dim], values: users },
      },
    },
    home,
  );
}
