import { symmetricEigen } from '../linear/symmetric-eigen.ts';

/**
 * From noisy sums to columns of a table: what lies along popularity is taken out, the rest made orthogonal, and each
 * direction shrunk by the part of its square that the noise alone would have had, z² a number. A direction no longer
 * than noise is 0. A column that is all signal has mean square 1. `sums`: Float64[itemCount · columns]; so is the
 * result. Only what has been released is used.
 */
export function tasteColumns(
  sums: Float64Array,
  columns: number,
  popularity: Float64Array,
  z: number,
): Float64Array<ArrayBuffer> {
  const itemCount = popularity.length;
  const rest = without(sums, columns, popularity);
  const gram = new Float64Array(columns * columns);
  for (let base = 0; base < rest.length; base += columns) {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) gram[i * columns + j]! += rest[base + i]! * rest[base + j]!;
    }
  }
  const { values, vectors } = symmetricEigen(gram, columns);
  const ofNoise = NOISE_EDGE * itemCount * z * z;
  const scales = Array.from(values, (value) =>
    value > ofNoise && value > 1e-9 * Math.max(...values)
      ? ((1 - ofNoise / value) * Math.sqrt(itemCount)) / Math.sqrt(value)
      : 0,
  );
  const result = new Float64Array(rest.length);
  for (let base = 0; base < rest.length; base += columns) {
    for (let axis = 0; axis < columns; axis++) {
      let sum = 0;
      for (let i = 0; i < columns; i++) sum += rest[base + i]! * vectors[i * columns + axis]!;
      result[base + axis] = scales[axis]! * sum;
    }
  }
  return result;
}

/** The longest direction of pure noise is somewhat longer than the average one (Marchenko and Pastur). */
const NOISE_EDGE = 1.1;

function without(sums: Float64Array, columns: number, along: Float64Array): Float64Array<ArrayBuffer> {
  const square = along.reduce((sum, value) => sum + value * value, 0);
  const result = Float64Array.from(sums);
  if (square === 0) return result;
  for (let column = 0; column < columns; column++) {
    let product = 0;
    along.forEach((value, item) => (product += value * sums[item * columns + column]!));
    along.forEach((value, item) => (result[item * columns + column]! -= (product / square) * value));
  }
  return result;
}
