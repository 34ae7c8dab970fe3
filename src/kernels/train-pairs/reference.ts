import type { AdamOptimiser, F32Buffer, I32Buffer, SgdOptimiser, TrainPairsArgs } from '../home.ts';

/** The same arguments with the arrays in the buffers' places. */
type OnHost<T> = { readonly [K in keyof T]: Held<T[K]> };
type Held<V> = V extends F32Buffer ? Float32Array : V extends I32Buffer ? Int32Array : V;
export type SgdOnHost = OnHost<SgdOptimiser>;
export type AdamOnHost = OnHost<AdamOptimiser>;
export type TrainPairsOnHost = OnHost<Omit<TrainPairsArgs, 'optimiser'>> & {
  readonly optimiser: SgdOnHost | AdamOnHost;
};

/** See `TrainPairsArgs`. */
export function referenceTrainPairs(args: TrainPairsOnHost): void {
  if (args.optimiser.kind === 'sgd') descend(args, args.optimiser);
  else descendByAdam(args, args.optimiser);
}

/** One pair as the loss sees it: where z rises to, by each of the two rows, and what is left to gain. */
interface PairPass {
  /** ∂s/∂x. Float64[dim]. */
  readonly userSlope: Float64Array;
  /** ∂s/∂y of the item; the rival's is its negative. Float64[dim]. */
  readonly itemSlope: Float64Array;
  readonly s: number;
  /** label − σ(z) = −∂loss/∂z. */
  readonly residual: number;
}

function passPair(args: TrainPairsOnHost, pair: number): PairPass {
  const { users, items, rivals, labels, losses, userEmbeddings, itemEmbeddings, dim, biased, output } = args;
  const x = Float64Array.from(rowOf(userEmbeddings, users[pair]!, dim));
  const y = Float64Array.from(rowOf(itemEmbeddings, items[pair]!, dim));
  if (rivals) rowOf(itemEmbeddings, rivals[pair]!, dim).forEach((value, k) => (y[k]! -= value));
  let s = 0;
  if (biased) {
    s = y[dim - 1]!;
    // The user's bias is in the score of both, item and rival.
    y[dim - 1] = rivals ? 0 : 1;
  }
  for (let k = 0; k < dim; k++) s += x[k]! * y[k]!;
  if (biased) x[dim - 1] = 1;
  const z = output[0]! * s + output[1]!;
  const label = labels[pair]!;
  const tail = Math.exp(-Math.abs(z));
  losses[pair] = Math.max(z, 0) - label * z + Math.log1p(tail);
  const probability = z >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
  return { userSlope: y, itemSlope: x, s, residual: label - probability };
}

function descend(args: TrainPairsOnHost, { learningRate, regularisation }: SgdOnHost): void {
  const { users, items, rivals, userEmbeddings, itemEmbeddings, dim, output, learns } = args;
  const keep = 1 - learningRate * regularisation;
  for (let pair = args.pairBegin; pair < args.pairEnd; pair++) {
    const { userSlope, itemSlope, s, residual } = passPair(args, pair);
    const step = learningRate * residual * output[0]!;
    move(rowOf(userEmbeddings, users[pair]!, dim), keep, step, userSlope);
    move(rowOf(itemEmbeddings, items[pair]!, dim), keep, step, itemSlope);
    if (rivals) move(rowOf(itemEmbeddings, rivals[pair]!, dim), keep, -step, itemSlope);
    if (learns === 'scale and offset') output[0] = keep * output[0]! + learningRate * residual * s;
    if (learns !== 'nothing') output[1] = keep * output[1]! + learningRate * residual;
  }
}

function descendByAdam(args: TrainPairsOnHost, adam: AdamOnHost): void {
  const { users, items, rivals, userEmbeddings, itemEmbeddings, dim, output, learns } = args;
  const { batchSize, beta1, beta2 } = adam;
  let step = adam.stepsDone;
  for (let begin = args.pairBegin; begin < args.pairEnd; begin += batchSize) {
    const end = Math.min(begin + batchSize, args.pairEnd);
    const userGradients = new Gradients(dim);
    const itemGradients = new Gradients(dim);
    const outputGradient = new Float64Array(2);
    for (let pair = begin; pair < end; pair++) {
      const { userSlope, itemSlope, s, residual } = passPair(args, pair);
      const slope = -residual / (end - begin);
      userGradients.add(users[pair]!, slope * output[0]!, userSlope);
      itemGradients.add(items[pair]!, slope * output[0]!, itemSlope);
      if (rivals) itemGradients.add(rivals[pair]!, -slope * output[0]!, itemSlope);
      outputGradient[0]! += slope * s;
      outputGradient[1]! += slope;
    }
    step += 1;
    const correction = Math.sqrt(1 - beta2 ** step);
    const rate = (adam.learningRate * correction) / (1 - beta1 ** step);
    const corrected = { ...adam, epsilon: adam.epsilon * correction };
    userGradients.rows.forEach((gradient, row) => {
      moveByAdam(userEmbeddings, adam.userMoments, row * dim, gradient, rate, corrected);
    });
    itemGradients.rows.forEach((gradient, row) => {
      moveByAdam(itemEmbeddings, adam.itemMoments, row * dim, gradient, rate, corrected);
    });
    if (learns === 'nothing') continue;
    const first = learns === 'offset' ? 1 : 0;
    moveByAdam(
      output.subarray(0, 2),
      adam.outputMoments,
      first,
      outputGradient.subarray(first),
      rate,
      corrected,
    );
  }
}

/** Of the rows that a batch touches. */
class Gradients {
  readonly rows = new Map<number, Float64Array>();
  readonly #dim: number;

  constructor(dim: number) {
    this.#dim = dim;
  }

  add(row: number, scale: number, slope: Float64Array): void {
    let gradient = this.rows.get(row);
    if (!gradient) this.rows.set(row, (gradient = new Float64Array(this.#dim)));
    for (let k = 0; k < slope.length; k++) gradient[k]! += scale * slope[k]!;
  }
}

function moveByAdam(
  table: Float32Array,
  moments: Float32Array,
  base: number,
  gradient: Float64Array,
  rate: number,
  { beta1, beta2, epsilon }: AdamOnHost,
): void {
  for (let k = 0; k < gradient.length; k++) {
    const at = base + k;
    const m = beta1 * moments[at]! + (1 - beta1) * gradient[k]!;
    const v = beta2 * moments[table.length + at]! + (1 - beta2) * gradient[k]! ** 2;
    moments[at] = m;
    moments[table.length + at] = v;
    table[at] = table[at]! - (rate * m) / (Math.sqrt(v) + epsilon);
  }
}

/** row = keep · row + step · slope. */
function move(row: Float32Array, keep: number, step: number, slope: Float64Array): void {
  for (let k = 0; k < row.length; k++) row[k] = keep * row[k]! + step * slope[k]!;
}

function rowOf(table: Float32Array, row: number, dim: number): Float32Array {
  return table.subarray(row * dim, (row + 1) * dim);
}
