import { HomebodyError } from '../../domain/errors.ts';
import { createRng } from '../../domain/rng.ts';
import type { Rng } from '../../domain/rng.ts';
import type { F32Buffer, I32Buffer, KernelHome, SgdOptimiser, TrainPairsArgs } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import { throwIfCancelled } from './cancelled.ts';
import type { DivergedAt } from './diverged.ts';
import { requireFiniteLoss, requireFiniteNumbers } from './diverged.ts';
import { HomeGuard } from './home-guard.ts';
import { Pacer } from './pacer.ts';
import type { Pairs, Sampling } from './pair-sampler.ts';
import { PairSampler } from './pair-sampler.ts';
import { EVERY, inTurns } from './steps.ts';
import type { Steps } from './steps.ts';
import type { TrainingRun } from './training-run.ts';

/** What a model on dot products is trained by. */
export interface PairRecipe {
  readonly dim: number;
  /** The last of the `dim` columns is a bias; it starts at zero. */
  readonly biased: boolean;
  readonly epochs: number;
  readonly seed: number;
  /** One initial number of an embedding. */
  readonly initial: (rng: Rng) => number;
  /** Scale and offset on the dot product, before training. */
  readonly output: readonly [scale: number, offset: number];
  readonly learns: TrainPairsArgs['learns'];
  readonly sampling: Sampling;
  readonly optimiser:
    | SgdOptimiser
    | {
        readonly kind: 'adam';
        readonly learningRate: number;
        readonly beta1: number;
        readonly beta2: number;
        readonly epsilon: number;
        readonly batchSize: number;
      };
}

export interface PairFit {
  /** Float32[userCount · dim]. */
  readonly userEmbeddings: Float32Array<ArrayBuffer>;
  /** Float32[itemCount · dim]. */
  readonly itemEmbeddings: Float32Array<ArrayBuffer>;
  /** Scale, offset. */
  readonly output: Float32Array<ArrayBuffer>;
  /** Mean loss of a pair while it was learnt from. One an epoch. */
  readonly losses: readonly number[];
}

/** Pairs that are drawn, and copied into the home, at a time: some 4 MB. */
const BLOCK_PAIRS = 262_144;

/**
 * Epochs of `trainPairs` over sampled pairs. While a block of pairs is learnt from, the next one is drawn. The same
 * recipe and data give the same bits wherever blocks and slices end. A lost home ends the training.
 * @throws 'training/no-data', 'training/diverged', 'training/cancelled', 'home/lost'
 */
export async function trainOnPairs(
  home: KernelHome,
  recipe: PairRecipe,
  byUser: Csr,
  run: TrainingRun,
): Promise<PairFit> {
  throwIfCancelled(run.signal);
  const rng = createRng(recipe.seed);
  const sampler = new PairSampler(byUser, recipe.sampling, rng.fork('pairs'));
  if (sampler.perEpoch === 0) {
    throw new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
      remedy: 'Import a log with at least one view, like, purchase or rating.',
    });
  }
  const pacer = new Pacer(run);
  const start = (rows: number, side: string): Promise<Float32Array<ArrayBuffer>> =>
    inTurns(initialEmbeddings(recipe, rows, rng.fork(side)), pacer);
  const users = await start(byUser.rowCount, 'users');
  const state = new PairState(new HomeGuard(home), recipe, users, await start(byUser.columnCount, 'items'));
  try {
    const stepPairs = recipe.optimiser.kind === 'adam' ? recipe.optimiser.batchSize : 1;
    const blockPairs = Math.max(1, Math.floor(BLOCK_PAIRS / stepPairs)) * stepPairs;
    const drawing = new Pacer(run);
    const draw = (from: number): Promise<Pairs> =>
      inTurns(sampler.draw(Math.min(blockPairs, sampler.perEpoch - from)), drawing);
    const losses: number[] = [];
    for (let epoch = 0; epoch < recipe.epochs; epoch++) {
      let loss = 0;
      let pairs = await draw(0);
      for (let done = 0; done < sampler.perEpoch;) {
        const before = done;
        const current = pairs;
        done += current.labels.length;
        const drawn = done < sampler.perEpoch ? draw(done) : Promise.resolve(current);
        const learnt = state.learn(current, stepPairs, pacer, (within) => {
          const part = (before + within) / sampler.perEpoch;
          run.onProgress?.({ epoch, fraction: (epoch + part) / recipe.epochs, losses, home: home.name });
        });
        const [blockLoss, next] = await Promise.all([learnt, drawn]);
        requireFiniteLoss(blockLoss, diverging(recipe, epoch + 1));
        loss += blockLoss;
        pairs = next;
      }
      losses.push(loss / sampler.perEpoch);
      const fraction = (epoch + 1) / recipe.epochs;
      run.onProgress?.({ epoch: epoch + 1, fraction, losses: [...losses], home: home.name });
      await pacer.breathe();
    }
    const learnt = await state.read();
    requireFiniteNumbers(Object.values(learnt), diverging(recipe, recipe.epochs));
    return { ...learnt, losses };
  } finally {
    state.release();
  }
}

const diverging = ({ optimiser }: PairRecipe, epoch: number): DivergedAt => ({
  epoch,
  rate: { setting: 'learningRate', value: optimiser.learningRate },
});

function* initialEmbeddings(recipe: PairRecipe, rows: number, rng: Rng): Steps<Float32Array<ArrayBuffer>> {
  const { dim, biased, initial } = recipe;
  const values = new Float32Array(rows * dim);
  for (let i = 0; i < values.length; i++) {
    if (!biased || i % dim < dim - 1) values[i] = initial(rng);
    if ((i & EVERY) === EVERY) yield;
  }
  return values;
}

/** The buffers of a running training. Owner: whoever opened it; `release` frees all of them. */
class PairState {
  readonly #guard: HomeGuard;
  readonly #recipe: PairRecipe;
  readonly #owned: F32Buffer[] = [];
  readonly #tables: Pick<TrainPairsArgs, 'userEmbeddings' | 'itemEmbeddings' | 'output'>;
  readonly #moments: { userMoments: F32Buffer; itemMoments: F32Buffer; outputMoments: F32Buffer } | null =
    null;
  #stepsDone = 0;

  constructor(guard: HomeGuard, recipe: PairRecipe, users: Float32Array, items: Float32Array) {
    this.#guard = guard;
    this.#recipe = recipe;
    const own = (source: number | Float32Array): F32Buffer => {
      const buffer = guard.create((home) => home.createF32(source));
      this.#owned.push(buffer);
      return buffer;
    };
    try {
      this.#tables = {
        userEmbeddings: own(users),
        itemEmbeddings: own(items),
        output: own(Float32Array.from(recipe.output)),
      };
      if (recipe.optimiser.kind === 'adam') {
        this.#moments = {
          userMoments: own(2 * users.length),
          itemMoments: own(2 * items.length),
          outputMoments: own(4),
        };
      }
    } catch (error) {
      this.release();
      throw error;
    }
  }

  /** One block, in slices of whole steps; the sum of its losses. `onPart` hears how many pairs of it are done. */
  async learn(
    pairs: Pairs,
    stepPairs: number,
    pacer: Pacer,
    onPart: (done: number) => void,
  ): Promise<number> {
    const { dim, biased, learns } = this.#recipe;
    const count = pairs.labels.length;
    const owned: (F32Buffer | I32Buffer)[] = [];
    const own = <B extends F32Buffer | I32Buffer>(create: (home: KernelHome) => B): B => {
      const buffer = this.#guard.create(create);
      owned.push(buffer);
      return buffer;
    };
    try {
      const columns = {
        users: own((home) => home.createI32(pairs.users)),
        items: own((home) => home.createI32(pairs.items)),
        rivals: pairs.rivals && own((home) => home.createI32(pairs.rivals!)),
        labels: own((home) => home.createF32(pairs.labels)),
        losses: own((home) => home.createF32(count)),
      };
      const costUpTo = (step: number): number => (step * stepPairs * dim) / 64;
      await pacer.slices(Math.ceil(count / stepPairs), costUpTo, async (begin, end) => {
        const [pairBegin, pairEnd] = [begin * stepPairs, Math.min(end * stepPairs, count)];
        const optimiser = this.#optimiser();
        const shape = { dim, biased, learns, pairBegin, pairEnd };
        await this.#guard.run((home) =>
          home.trainPairs({ ...columns, ...this.#tables, ...shape, optimiser }),
        );
        this.#stepsDone += end - begin;
        onPart(pairEnd);
      });
      const losses = await this.#guard.run((home) => home.read(columns.losses));
      return losses.reduce((sum, loss) => sum + loss, 0);
    } finally {
      for (const buffer of owned) buffer.release();
    }
  }

  #optimiser(): TrainPairsArgs['optimiser'] {
    const { optimiser } = this.#recipe;
    if (optimiser.kind === 'sgd') return optimiser;
    return { ...optimiser, ...this.#moments!, stepsDone: this.#stepsDone };
  }

  async read(): Promise<Omit<PairFit, 'losses'>> {
    const read = (buffer: F32Buffer): Promise<Float32Array<ArrayBuffer>> =>
      this.#guard.run((home) => home.read(buffer));
    const { userEmbeddings, itemEmbeddings, output } = this.#tables;
    return {
      userEmbeddings: await read(userEmbeddings),
      itemEmbeddings: await read(itemEmbeddings),
      output: await read(output),
    };
  }

  release(): void {
    for (const buffer of this.#owned.splice(0)) buffer.release();
  }
}
