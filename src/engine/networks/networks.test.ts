import { describe, expect, test } from 'vitest';
import {
  describeNetworks,
  HISTORIES,
  NETWORK_CONFIG,
  NETWORKS,
  randomWeights,
} from './testing/describe-networks.ts';

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
});
