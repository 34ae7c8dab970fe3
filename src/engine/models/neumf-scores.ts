import type { NeuMfShape, NeuMfWeights } from './neumf-network.ts';
import { layerWidths } from './neumf-network.ts';

/** Embeddings of somebody, for either half of the network. Float64[dim], Float64[widths[0] / 2]. */
export interface NeuMfPerson {
  readonly gmf: Float64Array<ArrayBuffer>;
  readonly mlp: Float64Array<ArrayBuffer>;
}

/**
 * z of pairs on the host, in f64. What the first hidden layer makes of an item does not depend on the user, and is
 * kept: that layer is most of the work.
 */
export class NeuMfScores {
  readonly #shape: NeuMfShape;
  readonly #weights: NeuMfWeights<Float32Array>;
  readonly #widths: readonly number[];
  /** First layer of each item, with its bias. Float32[itemCount · widths[1]]. */
  readonly #itemParts: Float32Array;

  constructor(shape: NeuMfShape, weights: NeuMfWeights<Float32Array>) {
    this.#shape = shape;
    this.#weights = weights;
    this.#widths = layerWidths(shape);
    const width = this.#widths[1]!;
    this.#itemParts = new Float32Array(shape.itemCount * width);
    const rows = weights['mlp_items']!;
    const bias = Float64Array.from(weights['mlp_hidden_bias_1']!);
    for (let item = 0; item < shape.itemCount; item++) {
      this.#itemParts.set(this.#firstLayer(rows, item, this.#widths[0]! / 2, bias), item * width);
    }
  }

  /** z of one user and each of some items. */
  of(user: number, items: ArrayLike<number>): Float64Array<ArrayBuffer> {
    const { dim } = this.#shape;
    const half = this.#widths[0]! / 2;
    const row = (table: string, width: number): Float64Array<ArrayBuffer> =>
      Float64Array.from(this.#weights[table]!.subarray(user * width, (user + 1) * width));
    return this.ofPerson({ gmf: row('gmf_users', dim), mlp: row('mlp_users', half) }, items);
  }

  /** The same for somebody by their embeddings. */
  ofPerson({ gmf, mlp }: NeuMfPerson, items: ArrayLike<number>): Float64Array<ArrayBuffer> {
    const { dim, hiddenLayers } = this.#shape;
    const weights = this.#weights;
    const rows = weights['gmf_items']!;
    const [gmfOutput, mlpOutput] = [weights['gmf_output']!, weights['mlp_output']!];
    const bias = weights['gmf_output_bias']![0]! + weights['mlp_output_bias']![0]!;
    const width = this.#widths[1]!;
    const userPart = this.#firstLayer(mlp, 0, 0, new Float64Array(width));
    const scaled = gmf.map((value, i) => value * gmfOutput[i]!);
    const layers = this.#widths.slice(1).map((size) => new Float64Array(size));
    return Float64Array.from(items, (item) => {
      let z = bias;
      for (let i = 0; i < dim; i++) z += scaled[i]! * rows[item * dim + i]!;
      const first = layers[0]!;
      for (let i = 0; i < width; i++) {
        first[i] = Math.max(0, userPart[i]! + this.#itemParts[item * width + i]!);
      }
      for (let layer = 2; layer <= hiddenLayers; layer++) {
        relu(
          layers[layer - 2]!,
          weights[`mlp_hidden_${layer}`]!,
          weights[`mlp_hidden_bias_${layer}`]!,
          layers[layer - 1]!,
        );
      }
      const last = layers[hiddenLayers - 1]!;
      for (let i = 0; i < dim; i++) z += last[i]! * mlpOutput[i]!;
      return z;
    });
  }

  /** start + row · (the rows of the first layer's weights from `from` on). `index`: of the row in its table. */
  #firstLayer(
    rows: Float32Array | Float64Array,
    index: number,
    from: number,
    start: Float64Array,
  ): Float64Array {
    const half = this.#widths[0]! / 2;
    const width = this.#widths[1]!;
    const matrix = this.#weights['mlp_hidden_1']!;
    const sum = Float64Array.from(start);
    for (let k = 0; k < half; k++) {
      const x = rows[index * half + k]!;
      const at = (from + k) * width;
      for (let i = 0; i < width; i++) sum[i]! += x * matrix[at + i]!;
    }
    return sum;
  }
}

/** out = max(0, x·W + b). */
function relu(x: Float64Array, matrix: Float32Array, bias: Float32Array, out: Float64Array): void {
  const width = out.length;
  out.set(bias);
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    // Half of a layer is zero after relu.
    if (value === 0) continue;
    const at = k * width;
    for (let i = 0; i < width; i++) out[i]! += value * matrix[at + i]!;
  }
  for (let i = 0; i < width; i++) if (out[i]! < 0) out[i] = 0;
}
