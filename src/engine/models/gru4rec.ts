import type { Tensor, Tensor2D } from '../compute/autodiff/tf.ts';
import * as layers from '../networks/layers.ts';
import type { NetworkConfig, NextItemNetwork, ParameterSpec } from '../networks/network.ts';
import { NETWORK_SETTINGS } from '../networks/network-config.ts';
import * as plain from '../networks/plain-layers.ts';
import { networkKind } from './network-model.ts';
import type { RecommenderKind } from './recommender.ts';

/**
 * GRU4Rec, a recurrent network over a sequence. From the embedding x_t of item s_t, and h_0 = 0:
 *
 *   z_t = σ(W_z x_t + U_z h_(t−1) + b_z)             how much is new
 *   r_t = σ(W_r x_t + U_r h_(t−1) + b_r)             how much of the past the candidate sees
 *   ĥ_t = tanh(W x_t + U (r_t ⊙ h_(t−1)) + b)
 *   h_t = (1 − z_t) ⊙ h_(t−1) + z_t ⊙ ĥ_t,           score of i after s_t = h_t · y_i.
 *
 * Hidasi, Karatzoglou, Baltrunas, Tikk, "Session-based recommendations with recurrent neural networks", ICLR 2016, with
 * the cross-entropy and the one table for input and output ("constrained embeddings") of Hidasi, Karatzoglou, "Recurrent
 * neural networks with top-k gains", CIKM 2018. Differs: the softmax is over all items, not over sampled ones; one
 * sequence is all that a user ever took, cut into rows, and not a session; Adam in the place of Adagrad.
 */
export type Gru4RecConfig = NetworkConfig;

const GATES = ['update', 'reset', 'candidate'] as const;

export const GRU4REC_NETWORK: NextItemNetwork<Gru4RecConfig> = {
  name: 'gru4rec',
  outputTable: 'item_embeddings',

  parameters({ dim }, itemCount) {
    const square: ParameterSpec = { shape: [dim, dim], initial: { stddev: 1 / Math.sqrt(dim) } };
    const parameters: Record<string, ParameterSpec> = {
      item_embeddings: { shape: [itemCount, dim], initial: { stddev: 1 / Math.sqrt(dim) } },
    };
    for (const gate of GATES) {
      parameters[`${gate}_input`] = square;
      parameters[`${gate}_state`] = square;
      parameters[`${gate}_bias`] = { shape: [1, dim], initial: { value: 0 } };
    }
    return parameters;
  },

  states(tf, weights, { rowCount, length, items }, { dim }, dropout) {
    const w = (name: string): Tensor2D => weights[name]!;
    // A position of all rows at a time.
    const turned = items.map((_, i) => items[(i % rowCount) * length + Math.floor(i / rowCount)]!);
    const x = dropout(layers.embed(tf, w('item_embeddings'), turned));
    const [update, reset, candidate] = GATES.map((gate) => {
      const all = layers.affine(tf, x, w(`${gate}_input`), w(`${gate}_bias`));
      return tf.unstack(tf.reshape(all, [length, rowCount, dim])) as Tensor2D[];
    });
    const known = tf.unstack(tf.reshape(layers.notPadding(tf, turned), [length, rowCount, 1])) as Tensor2D[];
    let h: Tensor2D = tf.zeros([rowCount, dim]);
    const states: Tensor[] = [];
    for (let t = 0; t < length; t++) {
      const z = tf.sigmoid(tf.add(update![t]!, tf.matMul(h, w('update_state')))) as Tensor2D;
      const r = tf.sigmoid(tf.add(reset![t]!, tf.matMul(h, w('reset_state'))));
      const seen = tf.matMul(tf.mul(r, h) as Tensor2D, w('candidate_state'));
      const proposed = tf.tanh(tf.add(candidate![t]!, seen));
      // Padding comes before all else, and leaves the state at 0.
      h = tf.mul(tf.add(h, tf.mul(z, tf.sub(proposed, h))), known[t]!);
      states.push(h);
    }
    return tf.reshape(dropout(tf.stack(states, 1) as Tensor2D), [-1, dim]);
  },

  statesOf(weights, history, { dim }) {
    const w = (name: string): Float32Array => weights[name]!;
    const x = plain.rowsOf(w('item_embeddings'), history, dim);
    const [update, reset, candidate] = GATES.map((gate) =>
      plain.affine(x, w(`${gate}_input`), w(`${gate}_bias`), dim),
    );
    const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
    const states = new Float64Array(x.length);
    let h = new Float64Array(dim);
    for (let base = 0; base < x.length; base += dim) {
      const ofUpdate = plain.affine(h, w('update_state'), null, dim);
      const ofReset = plain.affine(h, w('reset_state'), null, dim);
      const kept = h.map((value, i) => sigmoid(reset![base + i]! + ofReset[i]!) * value);
      const seen = plain.affine(kept, w('candidate_state'), null, dim);
      h = h.map((value, i) => {
        const z = sigmoid(update![base + i]! + ofUpdate[i]!);
        return value + z * (Math.tanh(candidate![base + i]! + seen[i]!) - value);
      });
      states.set(h, base);
    }
    return states;
  },
};

export const GRU4REC: RecommenderKind<Gru4RecConfig> = networkKind(GRU4REC_NETWORK, NETWORK_SETTINGS);
