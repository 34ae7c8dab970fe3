import type { Scalar, Tensor, Tensor2D, Tf } from '../compute/autodiff/tf.ts';
import type { TrainingRows } from './rows.ts';
import { PADDING } from './rows.ts';

/** Positions whose scores of all items are in memory at a time. */
const MAX_CHUNK = 512;

/**
 * Softmax cross-entropy over all items, summed over the positions that have a target, divided by `count`:
 *
 *   −Σ_p ln p(target_p) / count,   p(i) = exp(state_p · y_i) / Σ_j exp(state_p · y_j).
 *
 * The gradients, (p(i) − [i = target_p]) · y_i for the state and · state_p for the row y_i, are made with the value, a chunk
 * of positions at a time: scores of all positions at once, which a tape would keep, are some 90 MB for a batch.
 *
 * @param states [rowCount · length, dim]
 * @param table [itemCount, dim]
 */
export function nextItemLoss(
  tf: Tf,
  states: Tensor2D,
  table: Tensor2D,
  { targets }: TrainingRows,
  count: number,
): Scalar {
  const places = Int32Array.from(targets.keys()).filter((place) => targets[place] !== PADDING);
  const loss = tf.customGrad((...inputs) => {
    const [x, y, save] = inputs as [Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    const [value, byState, byTable] = tf.tidy(() => lossAndGradients(tf, x, y, targets, places, count));
    save([byState, byTable]);
    return { value, gradFunc: (dy, saved) => saved.map((gradient) => tf.mul(gradient, dy)) };
  });
  return loss(states, table) as Scalar;
}

function lossAndGradients(
  tf: Tf,
  states: Tensor2D,
  table: Tensor2D,
  targets: Int32Array,
  places: Int32Array,
  count: number,
): [Scalar, Tensor2D, Tensor2D] {
  const [itemCount, dim] = table.shape;
  const turned = tf.transpose(table);
  const size = Math.ceil(targets.length / Math.ceil(targets.length / MAX_CHUNK));
  let value: Tensor = tf.scalar(0);
  let byTable: Tensor = tf.zeros([itemCount, dim]);
  const byState: Tensor2D[] = [];
  for (let begin = 0; begin < places.length; begin += size) {
    // Every chunk has one shape: places beyond the end repeat the last one and count for nothing.
    const chunk = Int32Array.from(
      { length: size },
      (_, i) => places[Math.min(begin + i, places.length - 1)]!,
    );
    const counts = Float32Array.from(chunk, (_, i) => (begin + i < places.length ? 1 / count : 0));
    const [more, ofState, ofTable] = tf.tidy(() => {
      const weight = tf.tensor2d(counts, [size, 1]);
      const own = tf.gather(states, tf.tensor1d(chunk, 'int32'));
      const items = chunk.map((place) => targets[place]!);
      const chances = tf.softmax(tf.matMul(own, turned));
      const cells = Int32Array.from({ length: 2 * size }, (_, i) =>
        i % 2 === 0 ? i / 2 : items[(i - 1) / 2]!,
      );
      const chance = tf.reshape(tf.gatherND(chances, tf.tensor2d(cells, [size, 2], 'int32')), [size, 1]);
      // Not by the type asked for: tfjs's WASM writes whole numbers, whatever it says.
      const wanted = tf.cast(tf.oneHot(tf.tensor1d(items, 'int32'), itemCount), 'float32');
      const off = tf.sub(chances, wanted);
      return [
        tf.sub(value, tf.sum(tf.mul(tf.log(tf.maximum(chance, 1e-30)), weight))),
        tf.mul(tf.matMul(off as Tensor2D, table), weight) as Tensor2D,
        tf.add(byTable, tf.matMul(off as Tensor2D, tf.mul(own, weight) as Tensor2D, true)),
      ] as const;
    });
    value.dispose();
    byTable.dispose();
    [value, byTable] = [more, ofTable];
    byState.push(ofState);
  }
  return [value as Scalar, backInPlace(tf, byState, targets.length, places, dim), byTable as Tensor2D];
}

/** The gradients of the chunks as rows of all positions; zero where there is no target. [placeCount, dim]. */
function backInPlace(
  tf: Tf,
  chunks: Tensor2D[],
  placeCount: number,
  places: Int32Array,
  dim: number,
): Tensor2D {
  const none = chunks.reduce((rows, { shape }) => rows + shape[0], 0);
  const from = new Int32Array(placeCount).fill(none);
  places.forEach((place, i) => (from[place] = i));
  return tf.gather(
    tf.concat([...chunks, tf.zeros([1, dim]) as Tensor2D], 0) as Tensor2D,
    tf.tensor1d(from, 'int32'),
  );
}
