import { HomebodyError } from '../../domain/errors.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { AttackReport, AttackRequest, PrivacyProgress } from '../../domain/lab-privacy.ts';
import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { KernelHome } from '../../kernels/home.ts';
import type { WeightedHistory } from '../explain/weighted-history.ts';
import { recencyOf } from '../explain/weighted-history.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { rowColumns } from '../interactions/csr.ts';
import type { Sequences } from '../interactions/sequences.ts';
import { sequenceSteps } from '../interactions/sequences.ts';
import type { Recommender } from '../models/recommender.ts';
import { modelKind } from '../models/registry.ts';
import type { MembershipReport } from '../privacy/membership.ts';
import { attackMembership, onlyRows } from '../privacy/membership.ts';
import { claimOf, deltaFor, privateKind } from '../privacy/private-kinds.ts';
import type { Seat } from '../serving/seat.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { PrivacyReporter } from './privacy-reporter.ts';

/** Users who are asked of at most: the AUC of a coin is then within 0.026 of 0.5, 95 times of 100. */
const MOST_USERS = 2000;
/** Part of learning and asking one model that the learning takes, by the progress bar. */
const LEARNING = 0.7;

export interface AttackArgs {
  readonly request: AttackRequest;
  readonly target: LabRun;
  readonly log: InteractionColumns;
  readonly seat: Pick<Seat, 'home' | 'run'>;
  readonly onProgress: (progress: PrivacyProgress) => void;
}

/**
 * Learns the model of a run from random halves of the log, as it is and under differential privacy, and attacks either by
 * the fit of the history that each user has: the mean score of their own items when they are folded in. With shadow
 * models by the ratio of likelihoods, without by a threshold. The noise is seeded: nothing is handed on.
 * @throws 'model/unsupported' for a model that folds nobody in, 'training/no-data', 'training/cancelled', 'argument/range'
 */
export function attackRun(args: AttackArgs): Promise<AttackReport> {
  return new RunAttack(args).make();
}

class RunAttack {
  readonly #args: AttackArgs;
  readonly #pacer: Pacer;
  readonly #reporter: PrivacyReporter;
  readonly #delta: number;
  #home: KernelHome;

  constructor(args: AttackArgs) {
    const { request, target, log, seat } = args;
    const { shadows } = request;
    if (!(Number.isInteger(shadows) && (shadows === 0 || (shadows >= 4 && shadows <= 256)))) {
      throw new HomebodyError('argument/range', 'shadows must be 0, or an integer from 4 to 256.', {
        detail: { field: 'shadows', value: shadows },
      });
    }
    if (!modelKind(target.model).foldsIn) {
      throw new HomebodyError('model/unsupported', `${target.model} cannot be asked about a single person.`, {
        remedy: 'Attack a model that works from a history.',
        detail: { name: target.model },
      });
    }
    this.#args = args;
    this.#home = seat.home;
    this.#pacer = new Pacer(seat.run);
    this.#delta = deltaFor(log.userCount);
    const models = (1 + shadows) * (privateKind(target.model) ? 2 : 1);
    this.#reporter = new PrivacyReporter(seat.run.now, models, args.onProgress);
  }

  async make(): Promise<AttackReport> {
    const { request, target, log } = this.#args;
    this.#reporter.begin(0, 'preparing');
    const byUser = await buildCsrInTurns(log, this.#pacer);
    const sequences = await inTurns(sequenceSteps(log), this.#pacer);
    const rng = createRng(target.seed ?? 0).fork('attack');
    const attack = (
      stage: 'plain' | 'private',
      learn: (inside: Uint8Array, own: Rng) => Promise<Recommender>,
    ): Promise<MembershipReport> =>
      attackMembership({
        byUser,
        fitsOf: async (inside, users, run) => {
          const model = await learn(inside, rng.fork(`model ${run}`));
          try {
            return await this.#fitsOf(model, users, byUser, sequences);
          } finally {
            model.release();
          }
        },
        shadows: request.shadows,
        mostUsers: MOST_USERS,
        delta: this.#delta,
        // The same halves for both.
        rng: rng.fork('halves'),
        onRun: (run) => this.#reporter.begin(1, stage, run + 1, request.shadows + 1),
      });
    const plain = await attack('plain', (inside, own) => this.#learn(inside, own));
    const kind = privateKind(target.model);
    const figures = (report: MembershipReport) => report.likelihoodRatio ?? report.threshold;
    const answer = {
      ...request,
      model: target.model,
      members: plain.members,
      others: plain.others,
      plain: figures(plain),
    };
    if (!kind) return { ...answer, private: null };
    const config: ModelConfig = { ...target.config, ...kind.defaults };
    const claim = claimOf(kind, config, { epsilon: request.epsilon, delta: this.#delta }, 'seeded');
    const hidden = await attack('private', (inside, own) => {
      const training = {
        noiseMultiplier: claim.mechanism.noiseMultiplier,
        noise: own.fork('noise'),
        sample: own.fork('sample'),
        start: own.fork('start'),
        onStep: this.#reporter.counter(kind.stepCount(byUser, config), 0, LEARNING),
      };
      return kind.train(onlyRows(byUser, inside), config, training, this.#home, this.#pacer);
    });
    return { ...answer, private: { figures: figures(hidden), claim } };
  }

  async #learn(inside: Uint8Array, rng: Rng): Promise<Recommender> {
    const { target, log, seat } = this.#args;
    const kind = modelKind(target.model);
    const members = membersOf(log, inside);
    const train = await buildCsrInTurns(members, this.#pacer);
    const sequences = await inTurns(sequenceSteps(members), this.#pacer);
    const seeded = 'seed' in target.config ? { seed: rng.int(2 ** 31) } : {};
    const model = kind.create({ ...target.config, ...seeded }, this.#home);
    try {
      const onProgress = ({ fraction }: { fraction: number }): void =>
        this.#reporter.within(LEARNING * fraction);
      const { home } = await model.fit(train, { ...seat.run, onProgress }, sequences);
      this.#home = home ?? this.#home;
      return model;
    } catch (error) {
      model.release();
      throw error;
    }
  }

  async #fitsOf(
    model: Recommender,
    users: readonly number[],
    byUser: Csr,
    sequences: Sequences,
  ): Promise<Float64Array> {
    const fits = new Float64Array(users.length);
    for (const [place, user] of users.entries()) {
      const history = historyOf(user, byUser, sequences);
      const person = model.foldIn!(history);
      let sum = 0;
      for (const item of history.items) sum += person.score(item);
      const fit = sum / history.items.length;
      // Of somebody who likes nothing, or whom the model makes nothing of.
      fits[place] = Number.isFinite(fit) ? fit : 0;
      if (!this.#pacer.due) continue;
      this.#reporter.within(LEARNING + ((1 - LEARNING) * place) / users.length);
      await this.#pacer.breathe();
    }
    return fits;
  }
}

/** The log of those who are marked with 1. */
function membersOf(log: InteractionColumns, inside: Uint8Array): InteractionColumns {
  const isIn = (_: number, i: number): boolean => inside[log.user[i]!] === 1;
  return {
    ...log,
    user: log.user.filter(isIn),
    item: log.item.filter(isIn),
    kind: log.kind.filter(isIn),
    value: log.value.filter(isIn),
    at: log.at.filter(isIn),
  };
}

/** What a user took, with its order. */
function historyOf(user: number, byUser: Csr, { offsets, items: taken }: Sequences): WeightedHistory {
  const begin = byUser.offsets[user]!;
  const liked = (_: number, i: number): boolean => byUser.weights[begin + i]! > 0;
  const columns = rowColumns(byUser, user);
  const items = columns.filter(liked);
  const lastAt = new Map<number, number>();
  for (let event = offsets[user]!; event < offsets[user + 1]!; event++) lastAt.set(taken[event]!, event);
  return {
    items,
    weights: Float64Array.from(columns.keys())
      .filter((i) => liked(0, i))
      .map((i) => byUser.weights[begin + i]!),
    recency: recencyOf(Array.from(items, (item) => lastAt.get(item) ?? -1)),
  };
}
