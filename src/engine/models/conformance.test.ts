import { expect, test } from 'vitest';
import { createTestWasmHome } from '../../kernels/testing/node-wasm.ts';
import { CONFORMANCE_CLAIMS } from '../testing/conformance-claims.ts';
import { describeRecommender } from '../testing/describe-recommender.ts';
import { MODEL_KINDS, MODEL_NAMES } from './registry.ts';

test('every model of the registry is held to the contract in all of its homes', () => {
  expect(Object.keys(CONFORMANCE_CLAIMS)).toEqual(expect.arrayContaining([...MODEL_NAMES]));
});

// The reference home, and the processor where there is no kernel, are tried by each model's own test.
for (const kind of MODEL_KINDS.filter(({ homes }) => homes.includes('wasm'))) {
  describeRecommender(kind, CONFORMANCE_CLAIMS[kind.name]!, {
    name: 'wasm',
    create: () => createTestWasmHome(0),
  });
}
