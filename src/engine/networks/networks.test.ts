import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import type { HomeName } from '../../domain/training.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import type { Tensor2D } from '../compute/autodiff/tf.ts';
import { CASER_NETWORK } from '../models/caser.ts';
import { GRU4REC_NETWORK } from '../models/gru4rec.ts';
import { SASREC_NETWORK } from '../models/sasrec.ts';
import type { NextItemNetwork } from './network.ts';
import { latestRows } from './rows.ts';

const ITEMS = 11;
const SETTINGS = { dim: 6, maxLength: 7, blocks: 2, height: 3, horizontalFilters: 4, verticalFilters: 2 };
const HISTORIES = [[4], [1, 2, 3], [0, 10, 5, 5, 9, 2, 7], [8, 6]].map((items) => Int32Array.from(items));

describe.each([SASREC_NETWORK, GRU4REC_NETWORK, CASER_NETWORK] as NextItemNetwork<never>[])(
  'the network of $name',
  (network) => {
    const config = SETTINGS as never;
    const rng = createRng(3);
    const specs = Object.entries(network.parameters(config, ITEMS));
    /** Random ones everywhere, also where training starts from 0 or 1. */
    const values = Object.fromEntries(
      specs.map(([name, { shape }]) => {
        const size = shape.reduce((product, length) => product * length, 1);
        return [name, Float32Array.from({ length: size }, () => 0.6 * rng.normal())];
      }),
    );

    test.each<HomeName>(['reference', 'wasm'])(
      'has the states on the host that it has by tensors in the home %s, to 1e-4, and leaves no tensor',
      async (home) => {
        const autodiff = await openAutodiff({ name: home });
        const rows = latestRows(HISTORIES, HISTORIES.length + 1, SETTINGS.maxLength);
        const weights = Object.fromEntries(
          specs.map(([name, { shape }]) => [name, autodiff.weight(values[name]!, shape)]),
        );
        const states = autodiff.run(() =>
          network.states(autodiff.tf, weights as unknown as Record<string, Tensor2D>, rows, config, (x) => x),
        );
        expect(states.shape).toEqual([rows.rowCount * rows.length, SETTINGS.dim]);
        const byTensors = await autodiff.read(states);
        HISTORIES.forEach((history, row) => {
          const byHost = network.statesOf(values, history, config);
          const from = ((row + 1) * rows.length - history.length) * SETTINGS.dim;
          expect(byHost).toHaveLength(history.length * SETTINGS.dim);
          byHost.forEach((value, i) => expect(Math.abs(value - byTensors[from + i]!)).toBeLessThan(1e-4));
        });
        autodiff.tf.dispose([states, ...Object.values(weights)]);
        expect(autodiff.tensorCount()).toBe(0);
        autodiff.dispose();
      },
    );

    test('does not look ahead: later items change no earlier state', () => {
      const long = network.statesOf(values, HISTORIES[2]!, config);
      const other = network.statesOf(values, Int32Array.of(0, 10, 5, 5, 9, 1, 1), config);
      const five = 5 * SETTINGS.dim;
      expect([...other.subarray(0, five)]).toEqual([...long.subarray(0, five)]);
      expect([...other.subarray(five)]).not.toEqual([...long.subarray(five)]);
    });
  },
);
