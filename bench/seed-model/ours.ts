/** The seed's model by our `trainPairs`, in any home. */
import type { KernelHome, TrainPairsArgs } from '../../src/kernels/home.ts';
import type { Samples, SeedModel } from './samples.ts';
import { WIDTH } from './samples.ts';

/** Samples of one call. */
const CALL_SAMPLES = 65_536;

export type Learner =
  | { readonly kind: 'adam'; readonly batchSize: number; readonly learningRate: number }
  | { readonly kind: 'sgd'; readonly learningRate: number };

export interface Outcome {
  readonly samplesPerSecond: number;
  readonly trained: SeedModel;
}

/** One pass over the samples in their order, from the given start. */
export async function trainOurs(
  home: KernelHome,
  start: SeedModel,
  samples: Samples,
  learner: Learner,
): Promise<Outcome> {
  const count = samples.labels.length;
  const args = {
    users: home.createI32(samples.users),
    items: home.createI32(samples.items),
    labels: home.createF32(samples.labels),
    losses: home.createF32(count),
    userEmbeddings: home.createF32(start.users),
    itemEmbeddings: home.createF32(start.items),
    output: home.createF32(start.output),
  };
  const moments = {
    userMoments: home.createF32(2 * start.users.length),
    itemMoments: home.createF32(2 * start.items.length),
    outputMoments: home.createF32(4),
  };
  const batchSize = learner.kind === 'adam' ? learner.batchSize : 1;
  const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, ...moments };
  const optimiserAt = (pairBegin: number): TrainPairsArgs['optimiser'] =>
    learner.kind === 'sgd'
      ? { ...learner, regularisation: 0.005 }
      : { ...learner, ...adam, stepsDone: pairBegin / batchSize };
  const learns = learner.kind === 'sgd' ? 'offset' : 'scale and offset';
  const shape = { dim: WIDTH, biased: learner.kind === 'sgd', learns, rivals: null } as const;
  const began = performance.now();
  const step = Math.ceil(CALL_SAMPLES / batchSize) * batchSize;
  for (let pairBegin = 0; pairBegin < count; pairBegin += step) {
    const pairEnd = Math.min(pairBegin + step, count);
    await home.trainPairs({ ...args, ...shape, pairBegin, pairEnd, optimiser: optimiserAt(pairBegin) });
  }
  const seconds = (performance.now() - began) / 1000;
  const trained = {
    users: await home.read(args.userEmbeddings),
    items: await home.read(args.itemEmbeddings),
    output: await home.read(args.output),
  };
  for (const buffer of [...Object.values(args), ...Object.values(moments)]) buffer.release();
  return { samplesPerSecond: count / seconds, trained };
}
