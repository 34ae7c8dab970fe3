/** One start and one stream of samples for everyone who trains the seed's model, and one way to look at the outcome. */
import { createRng } from '../../src/domain/rng.ts';

export const TABLE_ROWS = 10_000;
export const WIDTH = 64;

/** Pairs in the order in which they are learnt from. */
export interface Samples {
  readonly users: Int32Array<ArrayBuffer>;
  readonly items: Int32Array<ArrayBuffer>;
  readonly labels: Float32Array<ArrayBuffer>;
}

/** Float32[TABLE_ROWS · WIDTH] each, and the Dense layer's one weight and bias. */
export interface SeedModel {
  readonly users: Float32Array;
  readonly items: Float32Array;
  readonly output: Float32Array;
}

/** Tables as Keras begins them: uniform on ±0.05. Weight 1 and bias 0, where Keras draws the weight by chance. */
export function initialModel(): SeedModel {
  const rng = createRng(1).fork('tables');
  const table = (): Float32Array =>
    Float32Array.from({ length: TABLE_ROWS * WIDTH }, () => 0.1 * rng.next() - 0.05);
  return { users: table(), items: table(), output: Float32Array.of(1, 0) };
}

/** Random pairs; those of one parity are likely (label 1), the others not, with one label in ten turned over. */
export function drawSamples(count: number): Samples {
  const rng = createRng(1).fork('samples');
  const ids = (): Int32Array<ArrayBuffer> => Int32Array.from({ length: count }, () => rng.int(TABLE_ROWS));
  const [users, items] = [ids(), ids()];
  const labels = Float32Array.from(users, (user, sample) => {
    const likely = (user + items[sample]!) % 2 === 0;
    return Number(rng.next() < 0.1 ? !likely : likely);
  });
  return { users, items, labels };
}

export const partOf = ({ users, items, labels }: Samples, begin: number, end: number): Samples => ({
  users: users.slice(begin, end),
  items: items.slice(begin, end),
  labels: labels.slice(begin, end),
});

/** Mean binary cross-entropy of the samples, in f64. */
export function lossOf({ users, items, output }: SeedModel, samples: Samples): number {
  let sum = 0;
  samples.labels.forEach((label, sample) => {
    let dot = 0;
    for (let k = 0; k < WIDTH; k++) {
      dot += users[samples.users[sample]! * WIDTH + k]! * items[samples.items[sample]! * WIDTH + k]!;
    }
    const z = output[0]! * dot + output[1]!;
    sum += Math.max(z, 0) - label * z + Math.log1p(Math.exp(-Math.abs(z)));
  });
  return sum / samples.labels.length;
}
