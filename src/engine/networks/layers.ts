import type { Rng } from '../../domain/rng.ts';
import type { Tensor, Tensor2D, Tf } from '../compute/autodiff/tf.ts';
import type { Dropout } from './network.ts';
import { LAYER_NORM_EPSILON } from './plain-layers.ts';
import type { Rows } from './rows.ts';
import { PADDING } from './rows.ts';

/** The layers of the networks by tensors. Every function gives its result away; the caller tidies. */

/** Rows of a table; a row of zeros for padding. `items` may be in any order. [items.length, dim]. */
export function embed(tf: Tf, table: Tensor2D, items: Int32Array): Tensor2D {
  const rows = tf.gather(
    table,
    tf.tensor1d(
      items.map((item) => Math.max(0, item)),
      'int32',
    ),
  );
  return tf.mul(rows, notPadding(tf, items));
}

/** 1 where there is an item, 0 where there is none. [items.length, 1]. */
export function notPadding(tf: Tf, items: Int32Array): Tensor2D {
  return tf.tensor2d(
    Float32Array.from(items, (item) => (item === PADDING ? 0 : 1)),
    [items.length, 1],
  );
}

/** x·W + b. */
export function affine(tf: Tf, x: Tensor2D, weights: Tensor2D, bias: Tensor): Tensor2D {
  return tf.add(tf.matMul(x, weights), bias);
}

/** Each row to mean 0 and deviation 1, times gain, plus bias. */
export function layerNorm(tf: Tf, x: Tensor2D, gain: Tensor, bias: Tensor): Tensor2D {
  const off = tf.sub(x, tf.mean(x, 1, true));
  const scale = tf.rsqrt(tf.add(tf.mean(tf.square(off), 1, true), LAYER_NORM_EPSILON));
  return tf.add(tf.mul(tf.mul(off, scale), gain), bias);
}

/** What a score gets where attention may not look. Finite: a row that may look nowhere must not become NaN. */
const HIDDEN = -1e9;

/** Added to the scores of one head that looks back: 0 where it may look, [rowCount, length, length]. */
export function causalMask(tf: Tf, { rowCount, length, items }: Rows): Tensor {
  const mask = new Float32Array(rowCount * length * length).fill(HIDDEN);
  for (let row = 0; row < rowCount; row++) {
    for (let at = 0; at < length; at++) {
      const from = (row * length + at) * length;
      for (let past = 0; past <= at; past++) {
        if (items[row * length + past] !== PADDING) mask[from + past] = 0;
      }
    }
  }
  return tf.tensor3d(mask, [rowCount, length, length]);
}

/** One head over the positions of each row. q, k, v: [rowCount · length, dim]. */
export function attention(
  tf: Tf,
  [q, k, v]: readonly [Tensor2D, Tensor2D, Tensor2D],
  mask: Tensor,
  { rowCount, length }: Rows,
  dropout: Dropout,
): Tensor2D {
  const dim = q.shape[1];
  const byRow = (x: Tensor2D): Tensor => tf.reshape(x, [rowCount, length, dim]);
  const scores = tf.matMul(byRow(tf.mul(q, 1 / Math.sqrt(dim))), byRow(k), false, true);
  const weights = dropout(tf.softmax(tf.add(scores, mask)) as Tensor2D);
  return tf.reshape(tf.matMul(weights as Tensor, byRow(v)), [rowCount * length, dim]);
}

/** Masks of zeros and 1 / (1 − rate), by seeded chance. */
export function dropoutBy(tf: Tf, rate: number, rng: Rng): Dropout {
  if (rate === 0) return (x) => x;
  return (x) => {
    const kept = 1 / (1 - rate);
    const mask = new Float32Array(x.size);
    for (let i = 0; i < mask.length; i++) mask[i] = rng.next() < rate ? 0 : kept;
    return tf.mul(x, tf.tensor(mask, x.shape));
  };
}
