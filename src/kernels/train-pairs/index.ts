import { HomebodyError } from '../../domain/errors.ts';
import { MAX_DIM, requireDistinct, requireInteger, requireLength, requireNonNegative } from '../checks.ts';
import type { AdamOptimiser, TrainPairsArgs } from '../home.ts';

const KERNEL = 'trainPairs';

/** Most pairs of one step. */
export const MAX_BATCH_SIZE = 65_536;

/**
 * What can be refused before dispatch, the same in every home. The contents of `users`, `items` and `rivals` are
 * the caller's word: they lie within the tables, whose row counts are their lengths over `dim`.
 * @throws 'shape/mismatch', 'argument/range'
 */
export function checkTrainPairs(args: TrainPairsArgs): void {
  const { dim, pairEnd, users, items, rivals, labels, losses, userEmbeddings, itemEmbeddings, output } = args;
  requireInteger(KERNEL, 'dim', dim, args.biased ? 2 : 1, MAX_DIM);
  requireInteger(KERNEL, 'pairBegin', args.pairBegin, 0, 0x7fffffff);
  requireInteger(KERNEL, 'pairEnd', pairEnd, args.pairBegin, 0x7fffffff);
  for (const [name, buffer] of Object.entries({ users, items, labels, losses })) {
    requireLength(KERNEL, name, buffer, pairEnd);
  }
  if (rivals) requireLength(KERNEL, 'rivals', rivals, pairEnd);
  requireLength(KERNEL, 'output', output, 2);
  requireNonNegative(KERNEL, 'learningRate', args.optimiser.learningRate);
  const inputs = { labels };
  const tables = { userEmbeddings, itemEmbeddings, output, losses };
  const written = args.optimiser.kind === 'adam' ? { ...tables, ...momentsOf(args.optimiser) } : tables;
  requireAllDistinct({ ...inputs, ...written });
  if (args.optimiser.kind === 'adam') checkAdam(args, args.optimiser);
  else requireNonNegative(KERNEL, 'regularisation', args.optimiser.regularisation);
}

function checkAdam(args: TrainPairsArgs, adam: AdamOptimiser): void {
  requireInteger(KERNEL, 'batchSize', adam.batchSize, 1, MAX_BATCH_SIZE);
  requireInteger(KERNEL, 'stepsDone', adam.stepsDone, 0, 0x7fffffff);
  requireNonNegative(KERNEL, 'epsilon', adam.epsilon);
  for (const [name, value] of Object.entries({ beta1: adam.beta1, beta2: adam.beta2 })) {
    if (value >= 0 && value < 1) continue;
    throw new HomebodyError('argument/range', `${KERNEL}: ${name} must be at least 0 and below 1.`, {
      detail: { kernel: KERNEL, argument: name, value },
    });
  }
  requireLength(KERNEL, 'userMoments', adam.userMoments, 2 * args.userEmbeddings.length);
  requireLength(KERNEL, 'itemMoments', adam.itemMoments, 2 * args.itemEmbeddings.length);
  requireLength(KERNEL, 'outputMoments', adam.outputMoments, 4);
}

const momentsOf = ({
  userMoments,
  itemMoments,
  outputMoments,
}: AdamOptimiser): Pick<AdamOptimiser, 'userMoments' | 'itemMoments' | 'outputMoments'> => ({
  userMoments,
  itemMoments,
  outputMoments,
});

function requireAllDistinct(buffers: Readonly<Record<string, TrainPairsArgs['labels']>>): void {
  const entries = Object.entries(buffers);
  entries.forEach(([name, buffer], at) => {
    requireDistinct(KERNEL, name, buffer, Object.fromEntries(entries.slice(0, at)));
  });
}
