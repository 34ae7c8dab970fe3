import type { Tensor2D } from '../compute/autodiff/tf.ts';
import * as layers from '../networks/layers.ts';
import type { NetworkConfig, NextItemNetwork, ParameterSpec } from '../networks/network.ts';
import { NETWORK_SETTINGS } from '../networks/network-config.ts';
import * as plain from '../networks/plain-layers.ts';
import { networkKind } from './network-model.ts';
import type { RecommenderKind } from './recommender.ts';
import type { SettingsOf } from './settings.ts';

/**
 * SASRec, self-attentive sequential recommendation. Of the latest n items s_1 … s_n with embeddings y and positions p:
 *
 *   x_t = √d · y_(s_t) + p_t                       n is `maxLength`; a shorter history takes the last positions
 *   x ← x + Dropout(Attention(LN(x)))              softmax(Q Kᵀ / √d) V over s_1 … s_t, one head
 *   x ← x + Dropout(W₂ ReLU(W₁ LN(x) + b₁) + b₂)   both `blocks` times
 *   h_t = LN(x_t),   score of i after s_t = h_t · y_i,
 *
 * the input's embeddings being those of the output. Learnt by cross-entropy of the softmax over all items at every
 * position. Kang, McAuley, "Self-attentive sequential recommendation", ICDM 2018 (kang205/SASRec); the full softmax in
 * place of one sampled negative and a logistic loss is what lifts it above BERT4Rec: Klenitskiy, Vasilev, "Turning
 * dross into gold loss", RecSys 2023 (antklen/sasrec-bert4rec-recsys23). Differs: learns from all of a history, cut
 * into rows of n, where the paper takes the latest n.
 */
export interface SasrecConfig extends NetworkConfig {
  /** Of attention and feed-forward. Integer, 1 … 8. */
  readonly blocks: number;
}

const SASREC_SETTINGS: SettingsOf<SasrecConfig> = {
  ...NETWORK_SETTINGS,
  blocks: { kind: 'integer', min: 1, max: 8, default: 2, usual: [1, 4] },
};

export const SASREC_NETWORK: NextItemNetwork<SasrecConfig> = {
  name: 'sasrec',
  outputTable: 'item_embeddings',

  parameters({ dim, maxLength, blocks }, itemCount) {
    const square = { shape: [dim, dim], initial: { stddev: 1 / Math.sqrt(dim) } };
    const row = (value: number): ParameterSpec => ({ shape: [1, dim], initial: { value } });
    const parameters: Record<string, ParameterSpec> = {
      item_embeddings: { shape: [itemCount, dim], initial: { stddev: 0.02 } },
      position_embeddings: { shape: [maxLength, dim], initial: { stddev: 0.02 } },
      final_gain: row(1),
      final_bias: row(0),
    };
    for (let b = 0; b < blocks; b++) {
      for (const name of ['query', 'key', 'value', 'inner', 'outer']) parameters[`${name}_${b}`] = square;
      for (const name of ['inner', 'outer', 'attention', 'forward']) parameters[`${name}_bias_${b}`] = row(0);
      for (const name of ['attention', 'forward']) parameters[`${name}_gain_${b}`] = row(1);
    }
    return parameters;
  },

  states(tf, weights, rows, { dim, blocks }, dropout) {
    const w = (name: string): Tensor2D => weights[name]!;
    const embedded = tf.mul(layers.embed(tf, w('item_embeddings'), rows.items), Math.sqrt(dim));
    const positions = tf.reshape(w('position_embeddings'), [1, -1]);
    const placed = tf.add(tf.reshape(embedded, [rows.rowCount, -1]), positions);
    const mask = layers.causalMask(tf, rows);
    let x: Tensor2D = dropout(tf.reshape(placed, [-1, dim]));
    for (let b = 0; b < blocks; b++) {
      const before = layers.layerNorm(tf, x, w(`attention_gain_${b}`), w(`attention_bias_${b}`));
      const qkv = ['query', 'key', 'value'].map((name) => tf.matMul(before, w(`${name}_${b}`))) as never;
      x = tf.add(x, dropout(layers.attention(tf, qkv, mask, rows, dropout)));
      const between = layers.layerNorm(tf, x, w(`forward_gain_${b}`), w(`forward_bias_${b}`));
      const inner = tf.relu(layers.affine(tf, between, w(`inner_${b}`), w(`inner_bias_${b}`)));
      x = tf.add(x, dropout(layers.affine(tf, inner, w(`outer_${b}`), w(`outer_bias_${b}`))));
    }
    return layers.layerNorm(tf, x, w('final_gain'), w('final_bias'));
  },

  statesOf(weights, history, { dim, maxLength, blocks }) {
    const w = (name: string): Float32Array => weights[name]!;
    const x = plain.rowsOf(w('item_embeddings'), history, dim);
    const positions = w('position_embeddings').subarray((maxLength - history.length) * dim);
    for (let i = 0; i < x.length; i++) x[i] = Math.sqrt(dim) * x[i]! + positions[i]!;
    for (let b = 0; b < blocks; b++) {
      const before = plain.layerNorm(x, w(`attention_gain_${b}`), w(`attention_bias_${b}`));
      const of = (name: string): Float64Array => plain.affine(before, w(`${name}_${b}`), null, dim);
      plain.addTo(x, plain.causalAttention(of('query'), of('key'), of('value'), dim));
      const between = plain.layerNorm(x, w(`forward_gain_${b}`), w(`forward_bias_${b}`));
      const inner = plain.relu(plain.affine(between, w(`inner_${b}`), w(`inner_bias_${b}`), dim));
      plain.addTo(x, plain.affine(inner, w(`outer_${b}`), w(`outer_bias_${b}`), dim));
    }
    return plain.layerNorm(x, w('final_gain'), w('final_bias'));
  },
};

export const SASREC: RecommenderKind<SasrecConfig> = networkKind(SASREC_NETWORK, SASREC_SETTINGS);
