import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { Cholesky } from './cholesky.ts';

test('solves [[4, 2], [2, 3]] x = [2, 5] by x = [−0.5, 2]', () => {
  const x = new Cholesky(Float64Array.of(4, 2, 2, 3), 2).solve(Float64Array.of(2, 5));
  expect(x[0]).toBeCloseTo(-0.5, 14);
  expect(x[1]).toBeCloseTo(2, 14);
});

test.each([1, 2, 3, 4])('A x equals b to 1e-10 for a random positive definite A (seed %i)', (seed) => {
  const rng = createRng(seed);
  const dim = 1 + rng.int(40);
  const half = Float64Array.from({ length: dim * dim }, () => rng.normal());
  const matrix = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < dim; j++) {
      for (let k = 0; k < dim; k++) matrix[i * dim + j]! += half[i * dim + k]! * half[j * dim + k]!;
    }
    matrix[i * dim + i]! += 1;
  }
  const b = Float64Array.from({ length: dim }, () => rng.normal());
  const x = new Cholesky(matrix.slice(), dim).solve(b);
  for (let i = 0; i < dim; i++) {
    let sum = 0;
    for (let j = 0; j < dim; j++) sum += matrix[i * dim + j]! * x[j]!;
    expect(sum).toBeCloseTo(b[i]!, 10);
  }
});

test("refuses a matrix that is not positive definite: 'internal'", () => {
  expect(() => new Cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow(
    expect.objectContaining({ code: 'internal' }),
  );
});
