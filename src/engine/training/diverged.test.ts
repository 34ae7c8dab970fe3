import { describe, expect, test } from 'vitest';
import { requireFiniteLoss, requireFiniteNumbers } from './diverged.ts';

const at = { epoch: 3, rate: { setting: 'learningRate', value: 7 } };

describe('a training that diverged', () => {
  test.each([Number.NaN, Infinity, -Infinity])(
    'is known by a loss of %d; says where, and what to lower',
    (loss) => {
      expect(() => requireFiniteLoss(loss, at)).toThrow(
        expect.objectContaining({
          code: 'training/diverged',
          message: `The training diverged in pass 3: its loss is ${loss}.`,
          remedy: expect.stringContaining('Lower learningRate, which is 7'),
          detail: { epoch: 3, learningRate: 7 },
        }),
      );
    },
  );

  test('without a learning rate has another remedy', () => {
    expect(() => requireFiniteLoss(Number.NaN, { epoch: 1, rate: null })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('Raise'), detail: { epoch: 1 } }),
    );
  });

  test.each([Number.NaN, Infinity, -Infinity])(
    'is known by one number of %d among what it learnt',
    (value) => {
      const arrays = [Float32Array.of(1, -2), Float32Array.of(3e38, value, -3e38)];
      expect(() => requireFiniteNumbers(arrays, at)).toThrow(
        expect.objectContaining({ code: 'training/diverged' }),
      );
    },
  );
});

test('losses and numbers that are large, negative or 0 are none', () => {
  expect(() => [0, -1, 1e300].forEach((loss) => requireFiniteLoss(loss, at))).not.toThrow();
  const arrays = [Float32Array.of(3e38, 3e38, -3e38, 0, -0), new Float32Array()];
  expect(() => requireFiniteNumbers(arrays, at)).not.toThrow();
});
