import { describe, expect, test } from 'vitest';
import type { KernelHome } from '../../kernels/home.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import { sequencesOf } from '../interactions/sequences.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import {
  describeNetworks,
  HISTORIES,
  NETWORK_CONFIG,
  NETWORKS,
  randomWeights,
} from './testing/describe-networks.ts';
import { trainNetwork } from './train-network.ts';

describeNetworks('reference');
describeNetworks('wasm');

describe.each(NETWORKS)('the network of $name', (network) => {
  test('does not look ahead: later items change no earlier state', () => {
    const values = randomWeights(network);
    const long = network.statesOf(values, HISTORIES[2]!, NETWORK_CONFIG);
    const other = network.statesOf(values, Int32Array.of(0, 10, 5, 5, 9, 1, 1), NETWORK_CONFIG);
    const five = (5 * long.length) / 7;
    expect([...other.subarray(0, five)]).toEqual([...long.subarray(0, five)]);
    expect([...other.subarray(five)]).not.toEqual([...long.subarray(five)]);
  });

  // By a rate beyond what its settings take: within them none has been seen to. On a graphics card, where all that is made
  // for it takes half a minute, NeuMF stands for them (`conformance.gpu.test.ts`): its losses are read in the same way.
  test.each(['reference', 'wasm'] as const)(
    "ends a training that diverges in the home %s with 'training/diverged', and leaves no tensor",
    async (name) => {
      const config = { ...(NETWORK_CONFIG as object), ...DIVERGING } as never;
      const sequences = sequencesOf(checkerboard('mixed').log);
      // All of a home that it asks for.
      const home = { name, lost: new Promise(() => {}) } as unknown as KernelHome;
      const autodiff = await openAutodiff(home);
      const before = autodiff.tensorCount();
      await expect(trainNetwork(home, network, config, sequences, testRun())).rejects.toMatchObject({
        code: 'training/diverged',
        detail: { epoch: expect.any(Number), learningRate: DIVERGING.learningRate },
      });
      expect(autodiff.tensorCount()).toBe(before);
      autodiff.dispose();
    },
  );
});

const DIVERGING = {
  dropout: 0,
  epochs: 3,
  batchSize: 8,
  learningRate: 3e38,
  patience: 3,
  validationUsers: 0,
  maxMinutes: 1,
  seed: 1,
};
