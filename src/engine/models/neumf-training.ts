import { HomebodyError } from '../../domain/errors.ts';
import { createRng } from '../../domain/rng.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { Autodiff, Optimiser } from '../compute/autodiff/autodiff.ts';
import { openAutodiff } from '../compute/autodiff/open-autodiff.ts';
import type { Scalar, Tensor, Variable } from '../compute/autodiff/tf.ts';
import type { Csr } from '../interactions/csr.ts';
import { throwIfCancelled } from '../training/cancelled.ts';
import type { DivergedAt } from '../training/diverged.ts';
import { requireFiniteLoss, requireFiniteNumbers } from '../training/diverged.ts';
import { HomeGuard } from '../training/home-guard.ts';
import { Pacer } from '../training/pacer.ts';
import type { Pairs } from '../training/pair-sampler.ts';
import { PairSampler } from '../training/pair-sampler.ts';
import { inTurns } from '../training/steps.ts';
import type { TrainingRun } from '../training/training-run.ts';
import type { NeuMfConfig } from './neumf-config.ts';
import type { NeuMfPart, NeuMfWeights } from './neumf-network.ts';
import { belongsTo, initialWeights, isTable, logits, neuMfShapes } from './neumf-network.ts';

export interface NeuMfFit {
  readonly weights: NeuMfWeights<Float32Array<ArrayBuffer>>;
  /** Mean loss of a pair while it was learnt from. One an epoch, those of GMF and MLP ahead first. */
  readonly losses: readonly number[];
}

/** Batches that are drawn at a time. */
const BLOCK = 32;
/** How much of each half's output weights goes into the whole: α and 1 − α of the paper. */
const ALPHA = 0.5;
/** In a batch that is not full. */
const NOBODY = -1;

/**
 * Trains the whole network by Adam; or, with `pretrainEpochs`, GMF and MLP by Adam first, and the whole, begun from
 * both, by plain gradient descent. @throws 'training/no-data', 'training/diverged', 'training/cancelled', 'home/lost',
 * 'home/unavailable'
 */
export async function trainNeuMf(
  home: KernelHome,
  config: NeuMfConfig,
  byUser: Csr,
  run: TrainingRun,
): Promise<NeuMfFit> {
  throwIfCancelled(run.signal);
  const rng = createRng(config.seed);
  const sampling = { kind: 'labelled', negatives: config.negatives, among: 'unseen' } as const;
  const sampler = new PairSampler(byUser, sampling, rng.fork('pairs'));
  if (sampler.perEpoch === 0) {
    throw new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
      remedy: 'Import a log with at least one view, like, purchase or rating.',
    });
  }
  const pacer = new Pacer(run);
  const shapes = neuMfShapes({ ...config, userCount: byUser.rowCount, itemCount: byUser.columnCount });
  const initial = await inTurns(initialWeights(shapes, rng), pacer);
  const autodiff = await openAutodiff(home);
  const weights = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, autodiff.weight(initial[name]!, shape)]),
  );
  const training = new Training(autodiff, new HomeGuard(home), weights, config, sampler, run);
  try {
    if (config.pretrainEpochs > 0) {
      for (const part of ['gmf', 'mlp'] as const) {
        await training.learn(part, autodiff.adam(config), config.pretrainEpochs);
      }
      training.fuse();
      await training.learn('both', autodiff.sgd({ learningRate: config.fusedLearningRate }), config.epochs);
    } else {
      await training.learn('both', autodiff.adam(config), config.epochs);
    }
    return { weights: await training.read(), losses: training.losses };
  } finally {
    training.release();
    autodiff.dispose();
  }
}

/** The tensors of a running training. Owner: whoever made it; `release` frees all of them. */
class Training {
  readonly losses: number[] = [];
  readonly #autodiff: Autodiff;
  readonly #guard: HomeGuard;
  readonly #weights: Readonly<Record<string, Variable>>;
  readonly #config: NeuMfConfig;
  readonly #sampler: PairSampler;
  readonly #run: TrainingRun;

  constructor(
    autodiff: Autodiff,
    guard: HomeGuard,
    weights: Readonly<Record<string, Variable>>,
    config: NeuMfConfig,
    sampler: PairSampler,
    run: TrainingRun,
  ) {
    this.#autodiff = autodiff;
    this.#guard = guard;
    this.#weights = weights;
    this.#config = config;
    this.#sampler = sampler;
    this.#run = run;
  }

  /** Epochs over all of the part's parameters. Disposes of the optimiser. */
  async learn(part: NeuMfPart, optimiser: Optimiser, epochs: number): Promise<void> {
    const { perEpoch } = this.#sampler;
    const batch = Math.min(this.#config.batchSize, perEpoch);
    const [drawing, pacer] = [new Pacer(this.#run), new Pacer(this.#run)];
    const draw = (from: number): Promise<Pairs> =>
      inTurns(this.#sampler.draw(Math.min(BLOCK * batch, perEpoch - from)), drawing);
    try {
      for (let epoch = 0; epoch < epochs; epoch++) {
        let loss = 0;
        for (let done = 0; done < perEpoch;) {
          const pairs = await draw(done);
          const count = pairs.labels.length;
          const batches = Math.ceil(count / batch);
          await pacer.slices(
            batches,
            (upTo) => upTo * batch,
            async (begin, end) => {
              const sum = await this.#steps(part, optimiser, pairs, batch, begin, end);
              requireFiniteLoss(sum, this.#diverging());
              loss += sum;
              this.#tell((done + Math.min(end * batch, count)) / perEpoch);
            },
          );
          done += count;
        }
        this.losses.push(loss / perEpoch);
        this.#tell(0);
      }
    } finally {
      optimiser.dispose();
    }
  }

  /** The batches [begin, end) of some pairs; the sum of the losses of their pairs. */
  async #steps(
    part: NeuMfPart,
    optimiser: Optimiser,
    pairs: Pairs,
    batch: number,
    begin: number,
    end: number,
  ): Promise<number> {
    const { tf } = this.#autodiff;
    const whole = Object.keys(this.#weights).filter((name) => belongsTo(part, name) && !isTable(name));
    const learnt = whole.map((name) => this.#weights[name]!);
    const total = this.#autodiff.run(() => {
      let sum: Tensor = tf.scalar(0);
      for (let at = begin; at < end; at++) {
        sum = tf.tidy(() => {
          const { users, items, labels, shares, count } = this.#batch(pairs, at * batch, batch);
          const loss = optimiser.step(() => {
            const z = logits(this.#autodiff, this.#weights, part, users, items);
            // −r ln σ(z) − (1 − r) ln(1 − σ(z)) = ln(1 + eᶻ) − r z
            return tf.sum(tf.mul(tf.sub(tf.softplus(z), tf.mul(labels, z)), shares)) as Scalar;
          }, learnt);
          return tf.add(sum, tf.mul(loss, count));
        });
      }
      return sum;
    });
    try {
      return (await this.#guard.run(() => this.#autodiff.read(total)))[0]!;
    } finally {
      total.dispose();
    }
  }

  /** A batch of the one shape there is, filled up with nobody; `shares` make of a sum the mean of the `count` pairs. */
  #batch({ users, items, labels }: Pairs, from: number, size: number): Batch {
    const { tf } = this.#autodiff;
    const count = Math.min(size, labels.length - from);
    const filled = (values: Int32Array): Tensor => {
      const ids = new Int32Array(size).fill(NOBODY);
      ids.set(values.subarray(from, from + count));
      return this.#autodiff.ids(ids);
    };
    const targets = new Float32Array(size);
    targets.set(labels.subarray(from, from + count));
    const shares = new Float32Array(size).fill(1 / count, 0, count);
    return {
      users: filled(users),
      items: filled(items),
      labels: tf.tensor1d(targets),
      shares: tf.tensor1d(shares),
      count,
    };
  }

  /** After training ahead the whole network learns by another rate. */
  #diverging(epoch = this.losses.length + 1): DivergedAt {
    const { pretrainEpochs } = this.#config;
    const setting = pretrainEpochs > 0 && epoch > 2 * pretrainEpochs ? 'fusedLearningRate' : 'learningRate';
    return { epoch, rate: { setting, value: this.#config[setting] } };
  }

  #tell(within: number): void {
    const { epochs, pretrainEpochs } = this.#config;
    const epoch = this.losses.length;
    const fraction = (epoch + within) / (epochs + 2 * pretrainEpochs);
    this.#run.onProgress?.({ epoch, fraction, losses: [...this.losses], home: this.#autodiff.home });
  }

  /** Each half's output counts half of what it did. */
  fuse(): void {
    const { tf } = this.#autodiff;
    this.#autodiff.run(() => {
      for (const half of ['gmf', 'mlp'] as const) {
        const share = half === 'gmf' ? ALPHA : 1 - ALPHA;
        for (const name of [`${half}_output`, `${half}_output_bias`]) {
          const weight = this.#weights[name]!;
          weight.assign(tf.mul(weight, share));
        }
      }
    });
  }

  async read(): Promise<NeuMfWeights<Float32Array<ArrayBuffer>>> {
    const values: Record<string, Float32Array<ArrayBuffer>> = {};
    for (const [name, weight] of Object.entries(this.#weights)) {
      values[name] = await this.#guard.run(() => this.#autodiff.read(weight));
    }
    requireFiniteNumbers(Object.values(values), this.#diverging(this.losses.length));
    return values;
  }

  release(): void {
    for (const weight of Object.values(this.#weights)) weight.dispose();
  }
}

interface Batch {
  readonly users: Tensor;
  readonly items: Tensor;
  readonly labels: Tensor;
  readonly shares: Tensor;
  readonly count: number;
}
