import { HomebodyError } from '../../domain/errors.ts';
import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { Autodiff, Optimiser } from '../compute/autodiff/autodiff.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import type { Tensor, Tensor2D, Variable } from '../compute/autodiff/tf.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import type { DivergedAt } from '../training/diverged.ts';
import { requireFiniteLoss, requireFiniteNumbers } from '../training/diverged.ts';
import { HomeGuard } from '../training/home-guard.ts';
import { Pacer } from '../training/pacer.ts';
import type { TrainingRun } from '../training/training-run.ts';
import { dropoutBy } from './layers.ts';
import type { NetworkConfig, NextItemNetwork, ParameterSpec, Weights } from './network.ts';
import { nextItemLoss } from './next-item-loss.ts';
import type { TrainingRows } from './rows.ts';
import { latestRows, PADDING, rowEnds, trainingRows } from './rows.ts';
import type { Validation } from './validation.ts';
import { holdOutLast, ndcgAt10OfLast } from './validation.ts';

export interface NetworkFit {
  readonly weights: Weights<Float32Array<ArrayBuffer>>;
  /** Mean cross-entropy of a step from an item to the next, in nats. One an epoch. */
  readonly losses: readonly number[];
  /** NDCG@10 of the items that were kept back. One an epoch; empty where none were. */
  readonly validations: readonly number[];
}

/**
 * Epochs over all rows in random order by Adam, until there are enough, validation has not become better for `patience`
 * of them, or the time is up. The weights are those of the best epoch; without validation, of the last. The same seed
 * and data give the same bits in the same home, unless the time was up.
 * @throws 'training/no-data', 'training/diverged', 'training/cancelled', 'home/lost', 'home/unavailable'
 */
export async function trainNetwork<Config extends NetworkConfig>(
  home: KernelHome,
  network: NextItemNetwork<Config>,
  config: Config,
  sequences: Sequences,
  run: TrainingRun,
): Promise<NetworkFit> {
  throwIfCancelled(run.signal);
  const rng = createRng(config.seed);
  const validation = holdOutLast(sequences, config.validationUsers, rng.fork('validation'));
  const ends = rowEnds(validation.train, config.maxLength);
  if (ends.ends.length === 0) {
    throw new HomebodyError('training/no-data', 'There is nobody of whom two things in a row are known.', {
      remedy: 'Import a log in which people have at least two events.',
    });
  }
  const pacer = new Pacer(run);
  await pacer.breathe();
  const autodiff = await openAutodiff(home);
  const state = new NetworkState(autodiff, new HomeGuard(home), network, config, sequences.itemCount, rng);
  try {
    const stopAt = run.now() + 60_000 * config.maxMinutes;
    const [losses, validations]: [number[], number[]] = [[], []];
    let best = { ndcg: -1, epoch: -1, weights: {} as Weights<Float32Array<ArrayBuffer>> };
    const order = Int32Array.from(ends.ends.keys());
    const shuffling = rng.fork('order');
    const diverging = (epoch: number): DivergedAt => ({
      epoch: epoch + 1,
      rate: { setting: 'learningRate', value: config.learningRate },
    });
    const tell = (epoch: number, within: number): void => {
      const fraction = (epoch + within) / config.epochs;
      run.onProgress?.({
        epoch,
        fraction,
        losses: [...losses],
        validations: [...validations],
        home: home.name,
      });
    };
    for (let epoch = 0; epoch < config.epochs && (epoch === 0 || run.now() < stopAt); epoch++) {
      shuffle(order, shuffling);
      let [loss, steps] = [0, 0];
      for (let begin = 0; begin < order.length; begin += config.batchSize) {
        const chosen = order.subarray(begin, begin + config.batchSize);
        const rows = trainingRows(validation.train, ends, chosen, config.batchSize, config.maxLength);
        const count = rows.targets.reduce((sum, target) => sum + (target === PADDING ? 0 : 1), 0);
        const mean = await state.learn(rows, count);
        requireFiniteLoss(mean, diverging(epoch));
        loss += count * mean;
        steps += count;
        tell(epoch, Math.min(1, (begin + config.batchSize) / order.length));
        await pacer.breathe();
      }
      losses.push(loss / steps);
      const ndcg = await state.validate(validation, pacer);
      if (ndcg !== null) validations.push(ndcg);
      if (ndcg === null || ndcg > best.ndcg) {
        best = { ndcg: ndcg ?? -1, epoch, weights: await state.read() };
      }
      tell(epoch + 1, 0);
      if (epoch - best.epoch >= config.patience) break;
    }
    requireFiniteNumbers(Object.values(best.weights), diverging(best.epoch));
    return { weights: best.weights, losses, validations };
  } finally {
    state.release();
    autodiff.dispose();
  }
}

/** Fisher and Yates, in place. */
function shuffle(values: Int32Array, rng: Rng): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = rng.int(i + 1);
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
}

/** The tensors of a running training. Owner: whoever made it; `release` frees all of them. */
class NetworkState<Config extends NetworkConfig> {
  readonly #autodiff: Autodiff;
  readonly #guard: HomeGuard;
  readonly #network: NextItemNetwork<Config>;
  readonly #config: Config;
  readonly #weights: Weights<Variable & Tensor2D>;
  readonly #optimiser: Optimiser;
  readonly #dropout: Rng;

  constructor(
    autodiff: Autodiff,
    guard: HomeGuard,
    network: NextItemNetwork<Config>,
    config: Config,
    itemCount: number,
    rng: Rng,
  ) {
    this.#autodiff = autodiff;
    this.#guard = guard;
    this.#network = network;
    this.#config = config;
    this.#dropout = rng.fork('dropout');
    const initial = rng.fork('weights');
    this.#weights = Object.fromEntries(
      Object.entries(network.parameters(config, itemCount)).map(([name, spec]) => [
        name,
        autodiff.weight(initialValues(spec, initial.fork(name)), spec.shape) as Variable & Tensor2D,
      ]),
    );
    this.#optimiser = autodiff.adam({ learningRate: config.learningRate });
  }

  /** One step; the mean loss of its `count` targets. */
  async learn(rows: TrainingRows, count: number): Promise<number> {
    const { tf } = this.#autodiff;
    const dropout = dropoutBy(tf, this.#config.dropout, this.#dropout);
    const table = this.#weights[this.#network.outputTable]!;
    const loss = this.#optimiser.step(
      () =>
        nextItemLoss(
          tf,
          this.#network.states(tf, this.#weights, rows, this.#config, dropout),
          table,
          rows,
          count,
        ),
      Object.values(this.#weights),
    );
    try {
      return (await this.#read(loss))[0]!;
    } finally {
      loss.dispose();
    }
  }

  /** Mean NDCG@10 of what was kept back; null where nothing was. */
  async validate({ histories, wanted }: Validation, pacer: Pacer): Promise<number | null> {
    const { batchSize } = this.#config;
    let sum = 0;
    for (let begin = 0; begin < histories.length; begin += batchSize) {
      const asked = histories.slice(begin, begin + batchSize);
      const scores = await this.#scores(asked);
      const itemCount = scores.length / batchSize;
      asked.forEach((history, row) => {
        const own = scores.subarray(row * itemCount, (row + 1) * itemCount);
        sum += ndcgAt10OfLast(own, history, wanted[begin + row]!);
      });
      await pacer.breathe();
    }
    return histories.length === 0 ? null : sum / histories.length;
  }

  /** Of all items after each history, at most a batch of them. Float32[batchSize · itemCount]. */
  async #scores(histories: readonly Int32Array[]): Promise<Float32Array> {
    const { tf } = this.#autodiff;
    const { batchSize, maxLength } = this.#config;
    const rows = latestRows(histories, batchSize, maxLength);
    const scores = this.#autodiff.run(() => {
      const states = this.#network.states(tf, this.#weights, rows, this.#config, (x) => x);
      const lasts = Int32Array.from({ length: batchSize }, (_, row) => (row + 1) * maxLength - 1);
      const last = tf.gather(states, tf.tensor1d(lasts, 'int32'));
      return tf.matMul(last, this.#weights[this.#network.outputTable]!, false, true);
    });
    try {
      return await this.#read(scores);
    } finally {
      scores.dispose();
    }
  }

  /** Of a lost device it might never come. @throws 'home/lost' */
  #read(tensor: Tensor): Promise<Float32Array<ArrayBuffer>> {
    return this.#guard.run(() => this.#autodiff.read(tensor));
  }

  async read(): Promise<Weights<Float32Array<ArrayBuffer>>> {
    const entries = Object.entries(this.#weights).map(
      async ([name, weight]) => [name, await this.#read(weight)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  release(): void {
    this.#optimiser.dispose();
    for (const weight of Object.values(this.#weights)) weight.dispose();
  }
}

function initialValues({ shape, initial }: ParameterSpec, rng: Rng): Float32Array<ArrayBuffer> {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  return 'value' in initial ? values.fill(initial.value) : values.map(() => initial.stddev * rng.normal());
}
