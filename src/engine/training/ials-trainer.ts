import { HomebodyError } from '../../domain/errors.ts';
import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { Csr } from '../interactions/csr.ts';
import { entryCountOf } from '../interactions/csr.ts';
import { transposeSteps } from '../interactions/transpose.ts';
import type { IalsConfig } from '../models/ials-config.ts';
import { IalsState, rowRegularisation } from '../models/ials-state.ts';
import { requireFiniteLoss } from './diverged.ts';
import { HomeGuard, isHomeLost } from './home-guard.ts';
import { Pacer } from './pacer.ts';
import type { Steps } from './steps.ts';
import { EVERY, inTurns } from './steps.ts';
import type { FitSnapshot, TrainingRun } from './training-run.ts';

export interface IalsFit {
  /** The home that finished; another one than the given when that was lost. */
  readonly home: KernelHome;
  readonly userEmbeddings: Float32Array<ArrayBuffer>;
  readonly itemEmbeddings: Float32Array<ArrayBuffer>;
  /** Σ_i y_i y_iᵀ of the final items. Float32[dim · dim]. */
  readonly gramian: Float32Array<ArrayBuffer>;
  /** See `objective`. One a pass. */
  readonly losses: readonly number[];
}

/** So many losses of a home in a row without one finished pass end the training. */
const MAX_LOSSES_WITHOUT_PROGRESS = 3;

/**
 * Alternates between users and items, one pass (epoch) being both. Between slices of a pass others get their
 * turn; after each pass the embeddings are copied to the host, and a lost home costs no more than the pass it
 * was in. The same config and data give the same bits wherever the slices end.
 * One stretch each, growing with users · dim, remain: a pass's objective (`weightedNorms`) and the copies of
 * rows and embeddings into a home and out of it.
 * @throws 'training/no-data', 'training/diverged', 'training/cancelled', 'home/lost'
 */
export async function trainIals(
  firstHome: KernelHome,
  config: IalsConfig,
  byUser: Csr,
  run: TrainingRun,
): Promise<IalsFit> {
  if (!byUser.weights.some((weight) => weight > 0)) {
    throw new HomebodyError('training/no-data', 'There is no interaction to learn from.', {
      remedy: 'Import a log with at least one view, like, purchase or rating.',
    });
  }
  const pacer = new Pacer(run);
  const byItem = await inTurns(transposeSteps(byUser), pacer);
  let snapshot = run.resumeFrom ?? (await inTurns(initialSnapshot(config, byUser), pacer));
  run.onStart?.(snapshot);
  let home = firstHome;
  for (let lossesInARow = 0; ;) {
    try {
      return await trainOn(home, config, byUser, byItem, snapshot, run, (newer) => {
        snapshot = newer;
        lossesInARow = 0;
      });
    } catch (error) {
      lossesInARow += 1;
      if (!isHomeLost(error) || !run.reopenHome || lossesInARow > MAX_LOSSES_WITHOUT_PROGRESS) throw error;
      home = await run.reopenHome(home);
      const { epoch, losses } = snapshot;
      const recovered = { fromEpoch: epoch, home: home.name };
      run.onProgress?.({ epoch, fraction: epoch / config.epochs, losses, home: home.name, recovered });
    }
  }
}

async function trainOn(
  home: KernelHome,
  config: IalsConfig,
  byUser: Csr,
  byItem: Csr,
  from: FitSnapshot,
  run: TrainingRun,
  keep: (snapshot: FitSnapshot) => void,
): Promise<IalsFit> {
  const { dim, epochs } = config;
  const pacer = new Pacer(run);
  const guard = new HomeGuard(home);
  const state = new IalsState(guard, config, byUser, byItem, [from.userEmbeddings, from.itemEmbeddings]);
  const { users, items } = state;
  const userRegularisation = rowRegularisation(config, byUser);
  const itemRegularisation = rowRegularisation(config, byItem);
  try {
    let snapshot = from;
    const report = (passPart: number): void => {
      const { epoch, losses } = snapshot;
      run.onProgress?.({ epoch, fraction: (epoch + passPart) / epochs, losses, home: home.name });
    };
    while (snapshot.epoch < epochs) {
      const previous = snapshot;
      await state.halfPass(users, items, pacer, (part) => report(part / 2));
      await state.halfPass(items, users, pacer, (part) => report((1 + part) / 2));
      const userEmbeddings = await state.read(users.embeddings, byUser.rowCount * dim);
      const itemEmbeddings = await state.read(items.embeddings, byItem.rowCount * dim);
      const loss = objective(config, {
        observed: await state.read(items.rowLoss, byItem.rowCount),
        userGramian: await state.read(users.gramian, dim * dim),
        itemGramian: await state.read(items.gramian, dim * dim),
        regulariser:
          weightedNorms(userEmbeddings, userRegularisation, dim) +
          weightedNorms(previous.itemEmbeddings, itemRegularisation, dim),
      });
      requireFiniteLoss(loss, { epoch: previous.epoch + 1, rate: null });
      snapshot = {
        epoch: previous.epoch + 1,
        userEmbeddings,
        itemEmbeddings,
        losses: [...previous.losses, loss / entryCountOf(byUser)],
      };
      keep(snapshot);
      run.onSnapshot?.(snapshot);
      report(0);
      await pacer.breathe();
    }
    const final = snapshot;
    await guard.run((on) =>
      on.gramian({ rows: items.embeddings, rowCount: byItem.rowCount, dim, out: items.gramian }),
    );
    const gramian = await state.read(items.gramian, dim * dim);
    return {
      home,
      userEmbeddings: final.userEmbeddings,
      itemEmbeddings: final.itemEmbeddings,
      gramian,
      losses: final.losses,
    };
  } finally {
    state.release();
  }
}

interface ObjectiveParts {
  readonly observed: Float32Array;
  readonly userGramian: Float32Array;
  readonly itemGramian: Float32Array;
  readonly regulariser: number;
}

/**
 * The training objective at one moment of each pass: when the users are solved and the items not yet, because
 * there both gramians are at hand and `solveRows` has just measured each item's observed loss. (It is lower
 * once the items are solved too.) Σ_{u,i} (x_u·y_i)² = trace(XᵀX YᵀY).
 */
function objective(config: IalsConfig, parts: ObjectiveParts): number {
  let sum = parts.regulariser;
  for (const loss of parts.observed) sum += loss;
  let trace = 0;
  for (let i = 0; i < parts.userGramian.length; i++) trace += parts.userGramian[i]! * parts.itemGramian[i]!;
  return sum + config.unobservedWeight * trace;
}

/** Σ_r λ_r ‖row_r‖². */
function weightedNorms(rows: Float32Array, regularisation: Float32Array, dim: number): number {
  let sum = 0;
  for (let row = 0; row < regularisation.length; row++) {
    let norm = 0;
    for (let i = row * dim; i < (row + 1) * dim; i++) norm += rows[i]! * rows[i]!;
    sum += regularisation[row]! * norm;
  }
  return sum;
}

/** Normal embeddings of σ/√dim; users and items draw from streams of their own. */
function* initialSnapshot(config: IalsConfig, byUser: Csr): Steps<FitSnapshot> {
  const rng = createRng(config.seed);
  const scale = config.initialStddev / Math.sqrt(config.dim);
  return {
    epoch: 0,
    userEmbeddings: yield* normals(byUser.rowCount * config.dim, scale, rng.fork('ials/users')),
    itemEmbeddings: yield* normals(byUser.columnCount * config.dim, scale, rng.fork('ials/items')),
    losses: [],
  };
}

function* normals(length: number, scale: number, rng: Rng): Steps<Float32Array<ArrayBuffer>> {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    values[i] = scale * rng.normal();
    if ((i & EVERY) === EVERY) yield;
  }
  return values;
}
