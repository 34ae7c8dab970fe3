import type { I32Buffer, F32Buffer, TrainPairsArgs } from '../home.ts';
import { type AddressOf, bitsOf, type WasmJob, WASM_KERNELS } from '../wasm-job.ts';

/** As in `job.as.ts`. */
const BIASED = 1;
const LEARNS_OFFSET = 2;
const LEARNS_SCALE = 4;

/** What one batch of Adam needs beside the arguments. */
export interface AdamWorkspace {
  /** Bytes: a slot number of each user and item (zero: untouched), then a list of the touched rows. */
  readonly slotBytes: number;
  /** Bytes of the touched rows' gradients, each padded to whole 16-byte chunks. */
  readonly gradientBytes: number;
}

/** Nothing for plain SGD, which needs none. The slots are zero between batches. */
export function planTrainPairs(args: TrainPairsArgs): AdamWorkspace {
  const { optimiser, userEmbeddings, itemEmbeddings, dim, rivals, pairBegin, pairEnd } = args;
  if (optimiser.kind === 'sgd') return { slotBytes: 0, gradientBytes: 0 };
  const batch = Math.min(optimiser.batchSize, pairEnd - pairBegin);
  const touched = batch * (rivals ? 3 : 2);
  const rows = Math.floor(userEmbeddings.length / dim) + Math.floor(itemEmbeddings.length / dim);
  return {
    slotBytes: Math.ceil((rows + touched) / 4) * 16,
    gradientBytes: touched * Math.ceil(dim / 4) * 16,
  };
}

/**
 * One unit a step: a pair, or a batch of Adam. One thread takes all of them, since each step begins where the one
 * before it has ended. `workspace`: address of what `planTrainPairs` asks for, the slots first.
 */
export function trainPairsJob(
  args: TrainPairsArgs,
  plan: AdamWorkspace,
  workspace: number,
  addressOf: AddressOf,
): WasmJob {
  const { users, items, rivals, labels, losses, userEmbeddings, itemEmbeddings, output } = args;
  const { dim, pairBegin, pairEnd, optimiser, learns } = args;
  const pairs = pairEnd - pairBegin;
  const flags =
    (args.biased ? BIASED : 0) |
    (learns === 'nothing' ? 0 : LEARNS_OFFSET) |
    (learns === 'scale and offset' ? LEARNS_SCALE : 0);
  const words = [
    ...[users, items].map(addressOf),
    rivals ? addressOf(rivals) : 0,
    ...[labels, losses, userEmbeddings, itemEmbeddings, output].map(addressOf),
    dim,
    flags,
    pairBegin,
    pairEnd,
    bitsOf(optimiser.learningRate),
  ];
  const reads: (I32Buffer | F32Buffer)[] = [users, items, ...(rivals ? [rivals] : []), labels];
  const writes = [losses, userEmbeddings, itemEmbeddings, output];
  if (optimiser.kind === 'sgd') {
    return {
      kernel: WASM_KERNELS.indexOf('trainPairsBySgd'),
      words: [...words, bitsOf(optimiser.regularisation)],
      units: pairs,
      chunk: Math.max(pairs, 1),
      multiplyAdds: pairs * dim * (rivals ? 7 : 5),
      reads,
      writes,
    };
  }
  const { batchSize, userMoments, itemMoments, outputMoments } = optimiser;
  const units = Math.ceil(pairs / batchSize);
  return {
    kernel: WASM_KERNELS.indexOf('trainPairsByAdam'),
    words: [
      ...words,
      ...[optimiser.beta1, optimiser.beta2, optimiser.epsilon].map(bitsOf),
      batchSize,
      optimiser.stepsDone,
      ...[userMoments, itemMoments, outputMoments].map(addressOf),
      Math.floor(userEmbeddings.length / dim),
      Math.floor(itemEmbeddings.length / dim),
      workspace,
      workspace + plan.slotBytes,
    ],
    units,
    chunk: Math.max(units, 1),
    // A touched row's step by Adam is like some ten products.
    multiplyAdds: pairs * dim * (rivals ? 36 : 25),
    reads,
    writes: [...writes, userMoments, itemMoments, outputMoments],
  };
}
