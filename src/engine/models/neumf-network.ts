import type { Rng } from '../../domain/rng.ts';
import type { Autodiff } from '../compute/autodiff/autodiff.ts';
import type { Tensor, Tensor2D, Variable } from '../compute/autodiff/tf.ts';
import { EVERY } from '../training/steps.ts';
import type { Steps } from '../training/steps.ts';

/** The halves of the network, each a model of its own while they are trained ahead. */
export type NeuMfPart = 'gmf' | 'mlp' | 'both';

/** Tables are looked up by user or item; the rest is whole in every step. */
export interface NeuMfShape {
  readonly userCount: number;
  readonly itemCount: number;
  /** Predictive factors: width of the GMF embeddings and of the last hidden layer. */
  readonly dim: number;
  readonly hiddenLayers: number;
}

/** A parameter of any kind by its name in the checkpoint. */
export type NeuMfWeights<Values> = Readonly<Record<string, Values>>;

/**
 * Widths of the MLP, the joined embeddings first: each layer is half as wide as the one before, the last `dim` wide.
 * With dim 8 and three layers: 64, 32, 16, 8.
 */
export function layerWidths({ dim, hiddenLayers }: Pick<NeuMfShape, 'dim' | 'hiddenLayers'>): number[] {
  return Array.from({ length: hiddenLayers + 1 }, (_, layer) => dim * 2 ** (hiddenLayers - layer));
}

/** Shapes of all parameters. `mlp_hidden_1` is the first layer above the embeddings; the
 * network's one output bias is the sum of both halves'. */
export function neuMfShapes(shape: NeuMfShape): NeuMfWeights<readonly number[]> {
  const { userCount, itemCount, dim } = shape;
  const widths = layerWidths(shape);
  const layers = widths
    .slice(1)
    .flatMap((width, i) => [
      [`mlp_hidden_${i + 1}`, [widths[i]!, width]] as const,
      [`mlp_hidden_bias_${i + 1}`, [width]] as const,
    ]);
  return {
    gmf_users: [userCount, dim],
    gmf_items: [itemCount, dim],
    mlp_users: [userCount, widths[0]! / 2],
    mlp_items: [itemCount, widths[0]! / 2],
    ...Object.fromEntries(layers),
    gmf_output: [dim, 1],
    gmf_output_bias: [1],
    mlp_output: [dim, 1],
    mlp_output_bias: [1],
  };
}

/** What of the parameters a part has. */
export const belongsTo = (part: NeuMfPart, name: string): boolean => part === 'both' || name.startsWith(part);

export const isTable = (name: string): boolean => name.endsWith('_users') || name.endsWith('_items');

/**
 * Initial numbers as in the authors' code: embeddings normal with deviation 0.01, hidden layers uniform by Glorot, the
 * output uniform by LeCun, biases zero.
 */
function initialNumber(name: string, shape: readonly number[], rng: Rng): number {
  if (name.includes('bias')) return 0;
  if (isTable(name)) return 0.01 * rng.normal();
  const [inputs = 1, outputs = 1] = shape;
  const limit = name.endsWith('_output') ? Math.sqrt(3 / inputs) : Math.sqrt(6 / (inputs + outputs));
  return limit * (2 * rng.next() - 1);
}

export function* initialWeights(
  shapes: NeuMfWeights<readonly number[]>,
  rng: Rng,
): Steps<NeuMfWeights<Float32Array<ArrayBuffer>>> {
  const weights: Record<string, Float32Array<ArrayBuffer>> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const own = rng.fork(name);
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    for (let i = 0; i < values.length; i++) {
      values[i] = initialNumber(name, shape, own);
      if ((i & EVERY) === EVERY) yield;
    }
    weights[name] = values;
  }
  return weights;
}

/** z of each pair by tensors, within a step. [pairCount]. */
export function logits(
  autodiff: Autodiff,
  weights: NeuMfWeights<Variable>,
  part: NeuMfPart,
  users: Tensor,
  items: Tensor,
): Tensor {
  const { tf } = autodiff;
  const row = (table: string, ids: Tensor): Tensor2D => autodiff.lookup(weights[table]!, ids) as Tensor2D;
  const matrix = (name: string): Tensor2D => weights[name] as unknown as Tensor2D;
  const affine = (a: Tensor2D, b: Tensor2D, bias: string): Tensor2D =>
    tf.fused.matMul({ a, b, transposeA: false, transposeB: false, bias: weights[bias]! }) as Tensor2D;
  const halves: Tensor[] = [];
  if (part !== 'mlp') {
    const product = tf.mul(row('gmf_users', users), row('gmf_items', items)) as Tensor2D;
    halves.push(affine(product, matrix('gmf_output'), 'gmf_output_bias'));
  }
  if (part !== 'gmf') {
    // [x'; y'] W = x' W_above + y' W_below, which spares joining the rows.
    const [u, i] = [row('mlp_users', users), row('mlp_items', items)];
    const first = matrix('mlp_hidden_1');
    const half = u.shape[1];
    const above = tf.slice(first, [0, 0], [half, -1]);
    const below = tf.slice(first, [half, 0], [half, -1]);
    let x: Tensor2D = tf.relu(tf.add(tf.matMul(u, above), affine(i, below, 'mlp_hidden_bias_1')));
    for (let layer = 2; `mlp_hidden_${layer}` in weights; layer++) {
      x = tf.relu(affine(x, matrix(`mlp_hidden_${layer}`), `mlp_hidden_bias_${layer}`));
    }
    halves.push(affine(x, matrix('mlp_output'), 'mlp_output_bias'));
  }
  return tf.reshape(tf.addN(halves), [-1]);
}
