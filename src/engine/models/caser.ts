import type { Tensor, Tensor2D, Tf } from '../compute/autodiff/tf.ts';
import * as layers from '../networks/layers.ts';
import type { NetworkConfig, NextItemNetwork, ParameterSpec } from '../networks/network.ts';
import { NETWORK_SETTINGS } from '../networks/network-config.ts';
import * as plain from '../networks/plain-layers.ts';
import type { Rows } from '../networks/rows.ts';
import { PADDING } from '../networks/rows.ts';
import { networkKind } from './network-model.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';

/**
 * Caser, convolutions over the last L items as over a picture: the matrix E of their embeddings, [L, d], oldest first,
 * zeros where there is none.
 *
 *   o_k,h = max_s ReLU(F_k,h ⊙ E_(s … s+h−1) + b_k,h)     horizontal: `horizontalFilters` of each height h = 1 … L
 *   õ_k   = Σ_l F̃_k,l E_l                                 vertical: `verticalFilters` weighted sums of the rows
 *   h_t   = ReLU(W [o; õ] + b),   score of i = h_t · y'_i
 *
 * Tang, Wang, "Personalized top-N sequential recommendation via convolutional sequence embedding", WSDM 2018
 * (graytowne/caser_pytorch). Differs: no embedding of the user, since the visitor is not among those who are trained on;
 * softmax over all items for the very next one, where the paper has a logistic loss with sampled negatives for the next
 * T; no biases of items, so that an item's score is all the history's.
 */
export interface CaserConfig extends NetworkConfig {
  /** L. Integer, 1 … 50. */
  readonly height: number;
  /** Filters a height. Integer, 1 … 512. */
  readonly horizontalFilters: number;
  /** Integer, 1 … 64. */
  readonly verticalFilters: number;
}

const CASER_SETTINGS: SettingsOf<CaserConfig> = {
  ...NETWORK_SETTINGS,
  height: { kind: 'integer', min: 1, max: 50, default: 5, usual: [2, 10] },
  horizontalFilters: { kind: 'integer', min: 1, max: 512, default: 16, log: true, usual: [4, 64] },
  verticalFilters: { kind: 'integer', min: 1, max: 64, default: 4, usual: [1, 16] },
};

export const CASER_NETWORK: NextItemNetwork<CaserConfig> = {
  name: 'caser',
  outputTable: 'output_embeddings',

  parameters({ dim, height, horizontalFilters: horizontal, verticalFilters: vertical }, itemCount) {
    const features = height * horizontal + vertical * dim;
    const normal = (...shape: number[]): ParameterSpec => ({
      shape,
      initial: { stddev: 1 / Math.sqrt(shape[0]!) },
    });
    const bias = (size: number): ParameterSpec => ({ shape: [1, size], initial: { value: 0 } });
    const parameters: Record<string, ParameterSpec> = {
      item_embeddings: { shape: [itemCount, dim], initial: { stddev: 1 / Math.sqrt(dim) } },
      output_embeddings: { shape: [itemCount, dim], initial: { stddev: 1 / Math.sqrt(dim) } },
      vertical: normal(height, vertical),
      dense: normal(features, dim),
      dense_bias: bias(dim),
    };
    for (let h = 1; h <= height; h++) {
      parameters[`horizontal_${h}`] = normal(h * dim, horizontal);
      parameters[`horizontal_bias_${h}`] = bias(horizontal);
    }
    return parameters;
  },

  states(tf, weights, rows, { dim, height, verticalFilters: vertical }, dropout) {
    const w = (name: string): Tensor2D => weights[name]!;
    const { rowCount, length, items } = withLead(rows, height - 1);
    const back = (by: number, of: Tensor2D): Tensor2D => shifted(tf, of, by, rowCount, length);
    const x = layers.embed(tf, w('item_embeddings'), items);
    // The rows of E by their age: the last of them is what came last.
    const past = Array.from({ length: height }, (_, age) => back(age, x));
    const features: Tensor[] = [];
    for (let h = 1; h <= height; h++) {
      const window = tf.concat(past.slice(0, h).reverse(), 1);
      const found = tf.relu(layers.affine(tf, window, w(`horizontal_${h}`), w(`horizontal_bias_${h}`)));
      // A filter that ends `by` rows above the last one found what it found at the position `by` before.
      const places = Array.from({ length: height - h + 1 }, (_, by) => back(by, found));
      features.push(places.reduce((a, b) => tf.maximum(a, b)));
    }
    const flat = tf.stack(past.toReversed().map((rowsOfAge) => tf.reshape(rowsOfAge, [-1])));
    const sums = tf.reshape(tf.matMul(w('vertical'), flat as Tensor2D, true), [vertical, -1, dim]);
    features.push(tf.reshape(tf.transpose(sums, [1, 0, 2]), [-1, vertical * dim]));
    const joined = dropout(tf.concat(features, 1) as Tensor2D);
    const states = tf.relu(layers.affine(tf, joined, w('dense'), w('dense_bias')));
    const led = tf.reshape(states, [rowCount, length, dim]);
    return tf.reshape(tf.slice(led, [0, height - 1, 0], [-1, -1, -1]), [-1, dim]);
  },

  statesOf(weights, history, { dim, height, horizontalFilters: horizontal, verticalFilters: vertical }) {
    const w = (name: string): Float32Array => weights[name]!;
    const rows = history.length;
    const x = new Float64Array((rows + height - 1) * dim);
    x.set(plain.rowsOf(w('item_embeddings'), history, dim), (height - 1) * dim);
    const width = height * horizontal + vertical * dim;
    const features = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      // E of this position.
      const picture = x.subarray(row * dim, (row + height) * dim);
      for (let h = 1; h <= height; h++) {
        const at = row * width + (h - 1) * horizontal;
        for (let s = 0; s + h <= height; s++) {
          const patch = picture.subarray(s * dim, (s + h) * dim);
          const found = plain.affine(patch, w(`horizontal_${h}`), w(`horizontal_bias_${h}`), h * dim);
          // From 0 on: that is the ReLU.
          for (let k = 0; k < horizontal; k++) features[at + k] = Math.max(features[at + k]!, found[k]!);
        }
      }
      for (let k = 0; k < vertical; k++) {
        const at = row * width + height * horizontal + k * dim;
        for (let l = 0; l < height; l++) {
          const factor = w('vertical')[l * vertical + k]!;
          for (let i = 0; i < dim; i++) features[at + i]! += factor * picture[l * dim + i]!;
        }
      }
    }
    return plain.relu(plain.affine(features, w('dense'), w('dense_bias'), width));
  },
};

/** The same rows after `lead` positions of padding each, so that every picture lies within its row. */
function withLead({ rowCount, length, items }: Rows, lead: number): Rows {
  const longer = length + lead;
  const led = new Int32Array(rowCount * longer).fill(PADDING);
  for (let row = 0; row < rowCount; row++) {
    led.set(items.subarray(row * length, (row + 1) * length), row * longer + lead);
  }
  return { rowCount, length: longer, items: led };
}

/** What stood `by` positions before in the same row; zeros where the row had not begun. x: [rowCount · length, width]. */
function shifted(tf: Tf, x: Tensor2D, by: number, rowCount: number, length: number): Tensor2D {
  if (by === 0) return x;
  if (by >= length) return tf.zerosLike(x);
  const width = x.shape[1];
  const kept = tf.slice(tf.reshape(x, [rowCount, length, width]), [0, 0, 0], [rowCount, length - by, width]);
  return tf.reshape(tf.concat([tf.zeros([rowCount, by, width]), kept], 1), [-1, width]);
}

export const CASER: RecommenderKind<CaserConfig> = networkKind(CASER_NETWORK, CASER_SETTINGS);
