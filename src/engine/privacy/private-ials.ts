import type { KernelHome } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import { IALS } from '../models/ials.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import type { Steps } from '../training/steps.ts';
import { heard, inTurns } from '../training/steps.ts';
import type { SampledGaussian } from './accountant/mechanism.ts';
import type { DpIalsOptions, ItemTable } from './dp-ials.ts';
import { dpIalsSteps, userVector } from './dp-ials.ts';

/** What the accountant is told of a private training: every user in every pass, one release a pass. */
export const mechanismOfIals = (
  config: Pick<IalsConfig, 'epochs'>,
  noiseMultiplier: number,
): SampledGaussian => ({
  samplingRate: 1,
  noiseMultiplier,
  steps: config.epochs,
});

/**
 * An iALS model whose item table was learnt under differential privacy (`dpIalsSteps`). The vectors of the log's users are
 * folded in by the table, as their own devices would do it: they are here to be measured, and are no part of what
 * may be handed on (`save(false)`).
 * @throws 'training/no-data', 'training/cancelled'
 */
export async function trainPrivateIals(
  byUser: Csr,
  options: DpIalsOptions & { readonly onStep?: () => void },
  home: KernelHome,
  pacer: Pacer,
): Promise<Recommender> {
  const { config, onStep } = options;
  const learning = heard(dpIalsSteps(byUser, options), onStep);
  const { embeddings, gramian } = await inTurns(learning, pacer);
  const folding = heard(foldInAll(byUser, config, { embeddings, gramian }), onStep);
  const users = await inTurns(folding, pacer);
  const { dim } = config;
  return IALS.load(
    {
      name: IALS.name,
      config,
      tensors: {
        item_embeddings: { shape: [byUser.columnCount, dim], values: embeddings },
        gramian: { shape: [dim, dim], values: gramian },
        user_embeddings: { shape: [byUser.rowCount, dim], values: users },
      },
    },
    home,
  );
}

function* foldInAll(byUser: Csr, config: IalsConfig, table: ItemTable): Steps<Float32Array<ArrayBuffer>> {
  const users = new Float32Array(byUser.rowCount * config.dim);
  for (let user = 0; user < byUser.rowCount; user++) {
    users.set(userVector(config, table, rowColumns(byUser, user)), user * config.dim);
    if ((user & 31) === 31) yield;
  }
  return users;
}
