import adamMove from '../train-pairs/adam-move.wgsl?raw';
import adamOutput from '../train-pairs/adam-output.wgsl?raw';
import adamPairs from '../train-pairs/adam-pairs.wgsl?raw';
import adamPlan from '../train-pairs/adam-plan.wgsl?raw';
import adamRows from '../train-pairs/adam-rows.wgsl?raw';
import outcome from '../train-pairs/outcome.wgsl?raw';
import sgd from '../train-pairs/sgd.wgsl?raw';
import type { AdamOptimiser, SgdOptimiser, TrainPairsArgs } from '../home.ts';
import { laneOf } from './lane.ts';
import type { PairPlan, PlannedBatch } from './pair-plan.ts';
import { packSettings } from './pass.ts';
import type { Pass, Scratch } from './pass.ts';
import { composeShader } from './shader.ts';

/** Threads of a workgroup of the passes that need no barrier. As in the shaders. */
const THREADS = 64;
/** Workgroups in a row of a dispatch. */
const MOST_ACROSS = 32_768;

type Columns = 'users' | 'items' | 'rivals' | 'labels' | 'losses';
type Tables = 'userEmbeddings' | 'itemEmbeddings' | 'output';

/** The arguments of a call with the GPU's buffers in place of the home's. */
export type TrainPairsBuffers = Omit<TrainPairsArgs, Columns | Tables | 'optimiser'> & {
  readonly [K in Exclude<Columns, 'rivals'> | Tables]: GPUBuffer;
} & { readonly rivals: GPUBuffer | null };

export type AdamBuffers = Omit<AdamOptimiser, 'userMoments' | 'itemMoments' | 'outputMoments'> & {
  readonly userMoments: GPUBuffer;
  readonly itemMoments: GPUBuffer;
  readonly outputMoments: GPUBuffer;
};

const flag = (on: boolean): number => (on ? 1 : 0);

const variantOf = ({ dim, biased, rivals }: TrainPairsBuffers): Readonly<Record<string, number>> => ({
  DIM: dim,
  BIASED: flag(biased),
  RIVALS: flag(rivals !== null),
});

/** One workgroup, one pair after the other. `threads`: the most of that workgroup. */
export function sgdPasses(
  args: TrainPairsBuffers,
  optimiser: SgdOptimiser,
  threads: number,
): readonly Pass[] {
  const { users, items, rivals, labels, losses, userEmbeddings, itemEmbeddings, output, dim, learns } = args;
  const { pairBegin, pairEnd } = args;
  if (pairBegin === pairEnd) return [];
  const lanes = dim % 4 === 0 ? dim / 4 : dim;
  const constants = {
    ...variantOf(args),
    THREADS: Math.min(lanes, threads),
    LEARNS_SCALE: flag(learns === 'scale and offset'),
    LEARNS_OFFSET: flag(learns !== 'nothing'),
  };
  const { learningRate, regularisation } = optimiser;
  return [
    {
      shader: composeShader('train-pairs-sgd', constants, [laneOf(dim), outcome, sgd]),
      settings: packSettings([pairBegin, pairEnd], [learningRate, 1 - learningRate * regularisation]),
      bindings: [users, items, rivals ?? users, labels, losses, userEmbeddings, itemEmbeddings, output],
      workgroups: [1, 1],
    },
  ];
}

/**
 * Three passes a batch, four where scale or offset are learnt. No two threads write the same place and each sum has
 * one order, so the bits are the same on every run and however calls cut the batches.
 * `plan`: of the pairs of this call, also in `planBuffer`. `sumThreads`: a power of 2.
 */
export function adamPasses(
  args: TrainPairsBuffers,
  adam: AdamBuffers,
  plan: PairPlan,
  planBuffer: GPUBuffer,
  rowCounts: readonly [users: number, items: number],
  scratch: Scratch,
  sumThreads: number,
): readonly Pass[] {
  const { labels, losses, userEmbeddings, itemEmbeddings, output, dim, learns, pairBegin } = args;
  const most = (of: (batch: PlannedBatch) => number): number => Math.max(0, ...plan.batches.map(of));
  const factors = scratch('pair factors', 3 * most(({ pairCount }) => pairCount));
  const moved = scratch('moved rows', dim * most(({ placeCount }) => placeCount));
  const shaderOf = (label: string, parts: readonly string[]) =>
    composeShader(label, variantOf(args), [laneOf(dim), adamPlan, ...parts]);
  const pairsShader = shaderOf('train-pairs-adam-pairs', [outcome, adamPairs]);
  const rowsShader = shaderOf('train-pairs-adam-rows', [adamRows]);
  const moveShader = shaderOf('train-pairs-adam-move', [adamMove]);
  const sums = { THREADS: sumThreads, LEARNS_SCALE: flag(learns === 'scale and offset') };
  const outputShader = composeShader('train-pairs-adam-output', sums, [adamOutput]);
  const { learningRate, beta1, beta2, epsilon, stepsDone } = adam;

  return plan.batches.flatMap((batch, index): Pass[] => {
    const { firstPair, pairCount, firstPlace, userPlaces, placeCount } = batch;
    const step = stepsDone + index + 1;
    const correction = Math.sqrt(1 - beta2 ** step);
    const rate = (learningRate * correction) / (1 - beta1 ** step);
    const constants = [rate, beta1, beta2, epsilon * correction];
    const settings = packSettings(
      [
        firstPair,
        pairCount,
        pairBegin + firstPair,
        firstPlace,
        userPlaces,
        placeCount,
        plan.membersAt,
        plan.offsetsAt,
        plan.rowsAt,
        ...rowCounts,
      ],
      constants,
    );
    const perLane = across(placeCount * (dim % 4 === 0 ? dim / 4 : dim));
    const passes: Pass[] = [
      {
        shader: pairsShader,
        settings,
        bindings: [planBuffer, labels, losses, userEmbeddings, itemEmbeddings, output, factors],
        workgroups: across(pairCount),
      },
      {
        shader: rowsShader,
        settings,
        bindings: [
          planBuffer,
          userEmbeddings,
          itemEmbeddings,
          factors,
          adam.userMoments,
          adam.itemMoments,
          moved,
        ],
        workgroups: perLane,
      },
      {
        shader: moveShader,
        settings,
        bindings: [planBuffer, moved, userEmbeddings, itemEmbeddings],
        workgroups: perLane,
      },
    ];
    if (learns === 'nothing') return passes;
    const ofOutput: Pass = {
      shader: outputShader,
      settings: packSettings([pairCount], constants),
      bindings: [factors, output, adam.outputMoments],
      workgroups: [1, 1],
    };
    return [...passes, ofOutput];
  });
}

/** Workgroups for so many threads. */
function across(threads: number): readonly [x: number, y: number] {
  const groups = Math.ceil(threads / THREADS);
  return [Math.min(groups, MOST_ACROSS), Math.ceil(groups / MOST_ACROSS)];
}
