/** The seed's model by plain loops in f64, by Adam on all rows in each step, as tfjs has it: what laziness changes. */
import type { Samples, SeedModel } from './samples.ts';
import { WIDTH } from './samples.ts';

/** One pass over the samples in their order, from the given start. */
export function trainDense(
  start: SeedModel,
  { users, items, labels }: Samples,
  batchSize: number,
  learningRate: number,
): SeedModel {
  const weights = [start.users, start.items, start.output].map((values) => Float64Array.from(values));
  const moments = weights.map(({ length }) => [new Float64Array(length), new Float64Array(length)] as const);
  const [userTable, itemTable, output] = weights as [Float64Array, Float64Array, Float64Array];
  for (let begin = 0, step = 1; begin < labels.length; begin += batchSize, step++) {
    const end = Math.min(begin + batchSize, labels.length);
    const gradients = weights.map(({ length }) => new Float64Array(length));
    const [ofUsers, ofItems, ofOutput] = gradients as [Float64Array, Float64Array, Float64Array];
    for (let sample = begin; sample < end; sample++) {
      const user = users[sample]! * WIDTH;
      const item = items[sample]! * WIDTH;
      let dot = 0;
      for (let k = 0; k < WIDTH; k++) dot += userTable[user + k]! * itemTable[item + k]!;
      const probability = 1 / (1 + Math.exp(-(output[0]! * dot + output[1]!)));
      const slope = (probability - labels[sample]!) / (end - begin);
      for (let k = 0; k < WIDTH; k++) {
        ofUsers[user + k]! += slope * output[0]! * itemTable[item + k]!;
        ofItems[item + k]! += slope * output[0]! * userTable[user + k]!;
      }
      ofOutput[0]! += slope * dot;
      ofOutput[1]! += slope;
    }
    weights.forEach((values, which) => {
      const [m, v] = moments[which]!;
      const gradient = gradients[which]!;
      for (let i = 0; i < values.length; i++) {
        m[i] = 0.9 * m[i]! + 0.1 * gradient[i]!;
        v[i] = 0.999 * v[i]! + 0.001 * gradient[i]! ** 2;
        const root = Math.sqrt(v[i]! / (1 - 0.999 ** step));
        values[i]! -= (learningRate * m[i]!) / (1 - 0.9 ** step) / (root + 1e-7);
      }
    });
  }
  const [trainedUsers, trainedItems, trainedOutput] = weights.map((values) => Float32Array.from(values));
  return { users: trainedUsers!, items: trainedItems!, output: trainedOutput! };
}
