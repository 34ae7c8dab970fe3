import { describe, expect, test } from 'vitest';
import { createRng } from '../../../domain/rng.ts';
import type { HomeName } from '../../../domain/training.ts';
import { openAutodiff } from '../../compute/autodiff/open-autodiff.ts';
import type { Tensor2D } from '../../compute/autodiff/tf.ts';
import { CASER_NETWORK } from '../../models/caser.ts';
import { GRU4REC_NETWORK } from '../../models/gru4rec.ts';
import { SASREC_NETWORK } from '../../models/sasrec.ts';
import type { NextItemNetwork } from '../network.ts';
import { nextItemLoss } from '../next-item-loss.ts';
import { latestRows, PADDING } from '../rows.ts';

const ITEMS = 11;
const SETTINGS = { dim: 6, maxLength: 7, blocks: 2, height: 3, horizontalFilters: 4, verticalFilters: 2 };
export const HISTORIES: readonly Int32Array[] = [[4], [1, 2, 3], [0, 10, 5, 5, 9, 2, 7], [8, 6]].map(
  (items) => Int32Array.from(items),
);

export const NETWORKS = [
  SASREC_NETWORK,
  GRU4REC_NETWORK,
  CASER_NETWORK,
] as unknown as readonly NextItemNetwork<never>[];
export const NETWORK_CONFIG: never = SETTINGS as never;

/** Random ones everywhere, also where training starts from 0 or 1. */
export function randomWeights(network: NextItemNetwork<never>): Record<string, Float32Array> {
  const rng = createRng(3);
  return Object.fromEntries(
    Object.entries(network.parameters(NETWORK_CONFIG, ITEMS)).map(([name, { shape }]) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return [name, Float32Array.from({ length: size }, () => 0.6 * rng.normal())];
    }),
  );
}

/** What each network, and the loss of all, do by tensors in a home, beside the host and the definition. */
export function describeNetworks(home: HomeName): void {
  describe.each(NETWORKS)(`the network of $name in the home ${home}`, (network) => {
    test('has the states that it has on the host, to 1e-4, and leaves no tensor', async () => {
      const values = randomWeights(network);
      const autodiff = await openAutodiff({ name: home });
      const rows = latestRows(HISTORIES, HISTORIES.length + 1, SETTINGS.maxLength);
      const weights = Object.fromEntries(
        Object.entries(network.parameters(NETWORK_CONFIG, ITEMS)).map(([name, { shape }]) => [
          name,
          autodiff.weight(values[name]!, shape) as unknown as Tensor2D,
        ]),
      );
      const states = autodiff.run(() => network.states(autodiff.tf, weights, rows, NETWORK_CONFIG, (x) => x));
      expect(states.shape).toEqual([rows.rowCount * rows.length, SETTINGS.dim]);
      const byTensors = await autodiff.read(states);
      HISTORIES.forEach((history, row) => {
        const byHost = network.statesOf(values, history, NETWORK_CONFIG);
        const from = ((row + 1) * rows.length - history.length) * SETTINGS.dim;
        expect(byHost).toHaveLength(history.length * SETTINGS.dim);
        byHost.forEach((value, i) => expect(Math.abs(value - byTensors[from + i]!)).toBeLessThan(1e-4));
      });
      autodiff.tf.dispose([states, ...Object.values(weights)]);
      expect(autodiff.tensorCount()).toBe(0);
      autodiff.dispose();
    });
  });

  test(`in the home ${home} the loss is that of its definition and its gradients are central differences of it`, async () => {
    // More positions than a chunk has, and some without a target.
    const [length, itemCount, dim] = [700, 5, 3];
    const rng = createRng(7);
    const states = Float32Array.from({ length: length * dim }, () => rng.normal());
    const table = Float32Array.from({ length: itemCount * dim }, () => rng.normal());
    const targets = Int32Array.from({ length }, (_, p) => (p % 9 === 0 ? PADDING : rng.int(itemCount)));
    const count = targets.filter((target) => target !== PADDING).length;
    const autodiff = await openAutodiff({ name: home });
    const { tf } = autodiff;
    const rows = { rowCount: 7, length: 100, items: targets, targets };
    const { value, grads } = autodiff.run(() =>
      tf.valueAndGrads((x, y) => nextItemLoss(tf, x as Tensor2D, y as Tensor2D, rows, count))([
        tf.tensor2d(states, [length, dim]),
        tf.tensor2d(table, [itemCount, dim]),
      ]),
    );
    expect((await autodiff.read(value))[0]).toBeCloseTo(plainLoss(states, table, targets, dim), 5);
    const [byState, byTable] = [await autodiff.read(grads[0]!), await autodiff.read(grads[1]!)];
    const slope = (of: 'states' | 'table', at: number): number => {
      const step = 1e-4;
      const [up, down] = [1, -1].map((sign) => {
        const moved = Float64Array.from(of === 'states' ? states : table);
        moved[at]! += sign * step;
        return of === 'states'
          ? plainLoss(moved, table, targets, dim)
          : plainLoss(states, moved, targets, dim);
      });
      return (up! - down!) / (2 * step);
    };
    table.forEach((_, at) => expect(byTable[at]!).toBeCloseTo(slope('table', at), 5));
    for (const at of [0, 3, 4, 5, 600 * dim, length * dim - 1]) {
      expect(byState[at]!).toBeCloseTo(slope('states', at), 6);
    }
    // Position 0 has no target, and no say.
    expect([...byState.subarray(0, dim)]).toEqual([0, 0, 0]);
    tf.dispose([value, ...grads]);
    expect(autodiff.tensorCount()).toBe(0);
    autodiff.dispose();
  });
}

/** By the definition, in f64: −Σ ln p(target) / count. */
function plainLoss(
  states: ArrayLike<number>,
  table: ArrayLike<number>,
  targets: Int32Array,
  dim: number,
): number {
  const itemCount = table.length / dim;
  let [sum, count] = [0, 0];
  targets.forEach((target, p) => {
    if (target === PADDING) return;
    const scores = Array.from({ length: itemCount }, (_, i) => {
      let score = 0;
      for (let d = 0; d < dim; d++) score += states[p * dim + d]! * table[i * dim + d]!;
      return score;
    });
    sum += Math.log(scores.reduce((total, score) => total + Math.exp(score), 0)) - scores[target]!;
    count += 1;
  });
  return sum / count;
}
