import { expect, test } from 'vitest';
import { logOf, tasteLog } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import { buildCsr } from './build-csr.ts';
import type { Csr } from './csr.ts';
import { transposeSteps } from './transpose.ts';

const transpose = (csr: Csr): Csr => atOnce(transposeSteps(csr));

test('lists the users of each item, with their weights', () => {
  const byItem = transpose(
    buildCsr(
      logOf(3, 2, [
        [2, 0, 'like'],
        [0, 1, 'view'],
        [0, 0, 'dismiss'],
      ]),
    ),
  );
  expect([...byItem.offsets]).toEqual([0, 2, 3]);
  expect([...byItem.columns]).toEqual([0, 2, 0]);
  expect([...byItem.weights]).toEqual([-1, 1, 0.25]);
});

test.each([1, 2, 3])('twice is the same log again (seed %i)', (seed) => {
  const byUser = buildCsr(tasteLog(seed));
  expect(transpose(transpose(byUser))).toEqual(byUser);
});
