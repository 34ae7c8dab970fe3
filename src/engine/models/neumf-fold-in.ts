import { createRng } from '../../domain/rng.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import type { NeuMfShape, NeuMfWeights } from './neumf-network.ts';
import { layerWidths } from './neumf-network.ts';
import type { NeuMfPerson } from './neumf-scores.ts';

/** Steps by Adam, and their length. */
const STEPS = 40;
const RATE = 0.05;
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];
/** Items that stand for all that the person has not seen. */
const UNSEEN = 128;
/** On the squares of the embeddings: a history of one thing must not lead to infinity. */
const DECAY = 0.01;

/** A pair to learn the person by: an item, its label, and how much it counts. */
interface Example {
  readonly item: number;
  readonly label: 0 | 1;
  readonly weight: number;
}

/**
 * Embeddings of a person by their history, everything else of the network as it is: from zero, a fixed number of steps
 * down the loss of the model on the history (a refused item has the label 0) and on `UNSEEN` items drawn by `seed`, which
 * together weigh as much as the sampled negatives did in training. The same history and seed lead to the same bits.
 */
export function foldInPerson(
  shape: NeuMfShape & { readonly negatives: number; readonly seed: number },
  weights: NeuMfWeights<Float32Array>,
  history: WeightedHistory,
): NeuMfPerson {
  const half = layerWidths(shape)[0]! / 2;
  const examples = examplesOf(shape, history);
  const gradientAt = gradientOf(shape, weights, examples);
  const values = new Float64Array(shape.dim + half);
  const [mean, square] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = gradientAt(values);
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]! + DECAY * values[i]!;
      mean[i] = BETA1 * mean[i]! + (1 - BETA1) * g;
      square[i] = BETA2 * square[i]! + (1 - BETA2) * g * g;
      const [m, v] = [mean[i]! / (1 - BETA1 ** step), square[i]! / (1 - BETA2 ** step)];
      values[i]! -= (RATE * m) / (Math.sqrt(v) + EPSILON);
    }
  }
  return { gmf: values.slice(0, shape.dim), mlp: values.slice(shape.dim) };
}

function examplesOf(
  { itemCount, negatives, seed }: { itemCount: number; negatives: number; seed: number },
  { items, weights }: WeightedHistory,
): readonly Example[] {
  const own = Array.from(items, (item, j): Example => {
    const weight = weights[j]!;
    return { item, label: weight > 0 ? 1 : 0, weight: Math.abs(weight) };
  });
  const liked = own.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const known = new Set(items);
  const rng = createRng(seed).fork('neumf/unseen');
  const drawn = Array.from({ length: UNSEEN }, () => rng.int(itemCount)).filter((item) => !known.has(item));
  const weight = (negatives * liked) / Math.max(1, drawn.length);
  const all = [...own, ...drawn.map((item): Example => ({ item, label: 0, weight }))];
  const total = all.reduce((sum, example) => sum + example.weight, 0);
  return total > 0 ? all.map((example) => ({ ...example, weight: example.weight / total })) : [];
}

/** The gradient of the weighted binary cross-entropy by both embeddings of the person, joined. */
function gradientOf(
  shape: NeuMfShape,
  weights: NeuMfWeights<Float32Array>,
  examples: readonly Example[],
): (values: Float64Array) => Float64Array {
  const { dim, hiddenLayers } = shape;
  const widths = layerWidths(shape);
  const half = widths[0]! / 2;
  const [gmfItems, mlpItems] = [weights['gmf_items']!, weights['mlp_items']!];
  const [gmfOutput, mlpOutput] = [weights['gmf_output']!, weights['mlp_output']!];
  const bias = weights['gmf_output_bias']![0]! + weights['mlp_output_bias']![0]!;
  const matrices = Array.from({ length: hiddenLayers }, (_, i) => weights[`mlp_hidden_${i + 1}`]!);
  const biases = Array.from({ length: hiddenLayers }, (_, i) => weights[`mlp_hidden_bias_${i + 1}`]!);
  const inputs = widths.map((width) => new Float64Array(width));
  const errors = widths.map((width) => new Float64Array(width));

  return (values) => {
    const gradient = new Float64Array(values.length);
    for (const { item, label, weight } of examples) {
      let z = bias;
      for (let i = 0; i < dim; i++) z += values[i]! * gmfItems[item * dim + i]! * gmfOutput[i]!;
      inputs[0]!.set(values.subarray(dim));
      inputs[0]!.set(mlpItems.subarray(item * half, (item + 1) * half), half);
      for (let layer = 0; layer < hiddenLayers; layer++) {
        forward(inputs[layer]!, matrices[layer]!, biases[layer]!, inputs[layer + 1]!);
      }
      const last = inputs[hiddenLayers]!;
      for (let i = 0; i < dim; i++) z += last[i]! * mlpOutput[i]!;

      const error = weight * (1 / (1 + Math.exp(-z)) - label);
      for (let i = 0; i < dim; i++) gradient[i]! += error * gmfItems[item * dim + i]! * gmfOutput[i]!;
      for (let i = 0; i < dim; i++) errors[hiddenLayers]![i] = last[i]! > 0 ? error * mlpOutput[i]! : 0;
      for (let layer = hiddenLayers - 1; layer >= 0; layer--) {
        // Below the first layer only the person's half is wanted, which has no relu.
        backward(errors[layer + 1]!, matrices[layer]!, errors[layer]!, layer === 0 ? null : inputs[layer]!);
      }
      for (let i = 0; i < half; i++) gradient[dim + i]! += errors[0]![i]!;
    }
    return gradient;
  };
}

/** out = relu(x·W + b). */
function forward(x: Float64Array, matrix: Float32Array, bias: Float32Array, out: Float64Array): void {
  const width = out.length;
  out.set(bias);
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    if (value === 0) continue;
    for (let i = 0; i < width; i++) out[i]! += value * matrix[k * width + i]!;
  }
  for (let i = 0; i < width; i++) if (out[i]! < 0) out[i] = 0;
}

/** out = error · Wᵀ, where `active` is above zero. */
function backward(
  error: Float64Array,
  matrix: Float32Array,
  out: Float64Array,
  active: Float64Array | null,
): void {
  const width = error.length;
  for (let k = 0; k < out.length; k++) {
    let sum = 0;
    if (!active || active[k]! > 0) {
      for (let i = 0; i < width; i++) sum += error[i]! * matrix[k * width + i]!;
    }
    out[k] = sum;
  }
}
