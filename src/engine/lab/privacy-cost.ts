import { HomebodyError } from '../../domain/errors.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { Measured, PrivacyCost, PrivacyProgress, PrivateRequest } from '../../domain/lab-privacy.ts';
import type { Rng } from '../../domain/rng.ts';
import { createRng } from '../../domain/rng.ts';
import { intervalSteps, pooled } from '../evaluation/figures.ts';
import type { PartFigures } from '../evaluation/rank-part.ts';
import { rankPart } from '../evaluation/rank-part.ts';
import type { EvaluationPart } from '../evaluation/splits/evaluation-part.ts';
import { partMakers } from '../evaluation/splits/part-makers.ts';
import { meanOf } from '../evaluation/statistics.ts';
import type { Csr } from '../interactions/csr.ts';
import { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import { seededNoise } from '../privacy/noise-source.ts';
import { meanCountError, privateCountSteps } from '../privacy/private-counts.ts';
import type { Seat } from '../serving/seat.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { logFingerprintSteps } from './fingerprints.ts';
import type { PrivatePlan } from './private-plan.ts';
import { planOf } from './private-plan.ts';
import { PrivacyReporter } from './privacy-reporter.ts';

export interface CostArgs {
  readonly request: PrivateRequest;
  readonly like: LabRun;
  readonly log: InteractionColumns;
  readonly seat: Pick<Seat, 'home' | 'run'>;
  readonly onProgress: (progress: PrivacyProgress) => void;
}

/**
 * What an export would be worth, by the protocol and the seed of a run: HR@10 of the run against that of the same model
 * with noise, or of a ranking by the true counts against one by the noisy ones. The noise is seeded; the figures are
 * for whoever has the log, and are never part of a file: they are not private.
 * @throws what `planOf` throws; 'lab/not-comparable' where the run has no protocol, or was made on another state of the
 * log; 'training/cancelled'
 */
export async function privacyCost({ request, like, log, seat, onProgress }: CostArgs): Promise<PrivacyCost> {
  const plan = planOf(request, like, log, { origin: 'seeded' });
  const pacer = new Pacer(seat.run);
  const { protocol } = like;
  if (!protocol || (await inTurns(logFingerprintSteps(log), pacer)) !== like.dataFingerprint) {
    throw new HomebodyError('lab/not-comparable', 'The run was not measured on this log as it is now.', {
      remedy: 'Train the model again, then ask for the cost.',
      detail: { differs: protocol ? 'data' : 'protocol' },
    });
  }
  const seed = like.seed ?? 0;
  const makers = partMakers(protocol, log, seed);
  const reporter = new PrivacyReporter(seat.run.now, makers.length, onProgress);
  const rng = createRng(seed).fork('cost of privacy');
  const figures: { readonly hidden: PartFigures[]; readonly popular: PartFigures[] } = {
    hidden: [],
    popular: [],
  };
  const rank = (model: Recommender, part: EvaluationPart): Promise<PartFigures> =>
    rankPart(model, part, { auc: false }, pacer);
  for (const [number, makePart] of makers.entries()) {
    reporter.begin(0.1, 'preparing');
    const part = await inTurns(makePart(), pacer);
    reporter.begin(0.5, 'private', number + 1, makers.length);
    const model = await learn(plan, part.train, rng.fork(`part ${number}`), seat, pacer, reporter);
    reporter.begin(0.4, 'measuring', number + 1, makers.length);
    try {
      figures.hidden.push(await rank(model, part));
    } finally {
      model.release();
    }
    reporter.within(0.5);
    const popularity = new Popularity();
    popularity.count(part.train);
    figures.popular.push(await rank(popularity, part));
  }
  const measured = async (parts: readonly PartFigures[], name: string): Promise<Measured> => {
    const { hitRateAt10 } = pooled(parts).values;
    const { hitRateAt10: interval } = await inTurns(intervalSteps({ hitRateAt10 }, rng.fork(name)), pacer);
    return { value: meanOf(hitRateAt10), interval };
  };
  const popular = await measured(figures.popular, 'popular');
  const { hitRateAt10: value } = like.metrics;
  const { hitRateAt10: interval } = like.intervals;
  return {
    request,
    claim: plan.claim,
    model: like.model,
    users: pooled(figures.hidden).users.length,
    without: plan.kind && value !== undefined && interval ? { value, interval } : popular,
    with: await measured(figures.hidden, 'hidden'),
    popularity: popular.value,
    countError: plan.kind ? null : meanCountError(plan.counts),
  };
}

async function learn(
  plan: PrivatePlan,
  train: Csr,
  rng: Rng,
  seat: CostArgs['seat'],
  pacer: Pacer,
  reporter: PrivacyReporter,
): Promise<Recommender> {
  if (plan.kind) {
    const training = {
      noiseMultiplier: plan.claim.mechanism.noiseMultiplier,
      noise: rng.fork('noise'),
      sample: rng.fork('sample'),
      start: rng.fork('start'),
      onStep: reporter.counter(plan.kind.stepCount(train, plan.config)),
    };
    return plan.kind.train(train, plan.config, training, seat.home, pacer);
  }
  const counts = await inTurns(privateCountSteps(train, plan.counts, seededNoise(rng)), pacer);
  const popularity = new Popularity();
  popularity.settle(Float32Array.from(counts), train.rowCount);
  return popularity;
}
