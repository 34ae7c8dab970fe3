import { expect, test } from 'vitest';
import { symmetricEigen } from './symmetric-eigen.ts';

test('[[2, 1], [1, 2]] has 1 along (1, −1) and 3 along (1, 1)', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  const places = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  [1, 3].forEach((value, i) => {
    const column = places[i]!;
    expect(values[column]).toBeCloseTo(value, 12);
    const [x, y] = [vectors[column]!, vectors[2 + column]!];
    expect(x * x + y * y).toBeCloseTo(1, 12);
    expect(y / x).toBeCloseTo(i === 0 ? -1 : 1, 12);
  });
});

test('A v = λ v for each of five, where two values are the same', () => {
  const diagonal = [4, 4, 1, 0, -2];
  // A reflection at the plane across (1, 2, 3, 4, 5) turns the diagonal into a full matrix with the same values.
  const normal = [1, 2, 3, 4, 5];
  const turn = (i: number, j: number): number => (i === j ? 1 : 0) - (2 * normal[i]! * normal[j]!) / 55;
  const matrix = Float64Array.from({ length: 25 }, (_, at) =>
    diagonal.reduce((sum, value, k) => sum + turn(Math.floor(at / 5), k) * value * turn(k, at % 5), 0),
  );
  const { values, vectors } = symmetricEigen(matrix.slice(), 5);
  expect([...values].sort((a, b) => b - a).map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual(
    diagonal,
  );
  for (let column = 0; column < 5; column++) {
    for (let row = 0; row < 5; row++) {
      let sum = 0;
      for (let k = 0; k < 5; k++) sum += matrix[row * 5 + k]! * vectors[k * 5 + column]!;
      expect(sum).toBeCloseTo(values[column]! * vectors[row * 5 + column]!, 10);
    }
  }
});
