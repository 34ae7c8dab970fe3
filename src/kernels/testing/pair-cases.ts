/** Problems for `trainPairs` as host arrays, and one call that runs them in any home. */
import { createRng } from '../../domain/rng.ts';
import type { KernelHome, TrainPairsArgs } from '../home.ts';

export interface PairCase {
  readonly dim: number;
  readonly users: readonly number[];
  readonly items: readonly number[];
  readonly rivals: readonly number[] | null;
  readonly labels: readonly number[];
  readonly userEmbeddings: Float32Array;
  readonly itemEmbeddings: Float32Array;
  readonly output: readonly [scale: number, offset: number];
  readonly biased: boolean;
  readonly learns: TrainPairsArgs['learns'];
  readonly optimiser: PairOptimiser;
}

export type PairOptimiser =
  | { readonly kind: 'sgd'; readonly learningRate: number; readonly regularisation: number }
  | {
      readonly kind: 'adam';
      readonly learningRate: number;
      readonly batchSize: number;
      readonly epsilon?: number;
    };

export interface Trained {
  readonly userEmbeddings: Float32Array;
  readonly itemEmbeddings: Float32Array;
  readonly output: Float32Array;
  readonly losses: Float32Array;
}

/** Random pairs over a few rows, so that most rows are touched often. */
export function randomPairCase(seed: number, pairCount: number, more: Partial<PairCase> = {}): PairCase {
  const rng = createRng(seed);
  const dim = more.dim ?? 8;
  const [userCount, itemCount] = [13, 9];
  const numbers = (bound: number): number[] => Array.from({ length: pairCount }, () => rng.int(bound));
  const table = (rows: number): Float32Array =>
    Float32Array.from({ length: rows * dim }, () => rng.normal() / Math.sqrt(dim));
  return {
    dim,
    users: numbers(userCount),
    items: numbers(itemCount),
    rivals: null,
    labels: numbers(2),
    userEmbeddings: table(userCount),
    itemEmbeddings: table(itemCount),
    output: [1, 0],
    biased: false,
    learns: 'nothing',
    optimiser: { kind: 'sgd', learningRate: 0.1, regularisation: 0.02 },
    ...more,
  };
}

/** `cuts`: where one call ends and the next begins; with Adam at whole batches. */
export async function runPairs(
  home: KernelHome,
  one: PairCase,
  cuts: readonly number[] = [],
): Promise<Trained> {
  const { dim, biased, learns, optimiser } = one;
  const buffers = {
    users: home.createI32(Int32Array.from(one.users)),
    items: home.createI32(Int32Array.from(one.items)),
    labels: home.createF32(Float32Array.from(one.labels)),
    losses: home.createF32(new Float32Array(one.labels.length).fill(-1)),
    userEmbeddings: home.createF32(one.userEmbeddings),
    itemEmbeddings: home.createF32(one.itemEmbeddings),
    output: home.createF32(Float32Array.from(one.output)),
  };
  const moments = {
    userMoments: home.createF32(2 * one.userEmbeddings.length),
    itemMoments: home.createF32(2 * one.itemEmbeddings.length),
    outputMoments: home.createF32(4),
  };
  const rivals = one.rivals && home.createI32(Int32Array.from(one.rivals));
  const bounds = [0, ...cuts, one.labels.length];
  const calls = bounds.slice(1).map((pairEnd, at) => {
    const pairBegin = bounds[at]!;
    return home.trainPairs({
      ...buffers,
      rivals,
      dim,
      biased,
      learns,
      pairBegin,
      pairEnd,
      optimiser:
        optimiser.kind === 'sgd'
          ? optimiser
          : {
              beta1: 0.9,
              beta2: 0.999,
              epsilon: 1e-7,
              ...optimiser,
              ...moments,
              stepsDone: Math.ceil(pairBegin / optimiser.batchSize),
            },
    });
  });
  await Promise.all(calls);
  const { userEmbeddings, itemEmbeddings, output, losses } = buffers;
  const trained = {
    userEmbeddings: await home.read(userEmbeddings),
    itemEmbeddings: await home.read(itemEmbeddings),
    output: await home.read(output),
    losses: await home.read(losses),
  };
  for (const buffer of [...Object.values(buffers), ...Object.values(moments)]) buffer.release();
  rivals?.release();
  return trained;
}
