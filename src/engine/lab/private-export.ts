import type { InteractionColumns, ItemFacts } from '../../domain/interactions.ts';
import type { PrivacyProgress, ReleasedThing } from '../../domain/lab-privacy.ts';
import type { PrivacyClaim, PrivacyStatement } from '../../domain/privacy.ts';
import type { Rng } from '../../domain/rng.ts';
import type { ModelFacts } from '../../domain/training.ts';
import { fingerprintOf } from '../checkpoint/fingerprint.ts';
import { encodeModel } from '../checkpoint/model-checkpoint.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { buildCsrInTurns } from '../interactions/build-csr.ts';
import type { SavedModel } from '../models/recommender.ts';
import type { NoiseSource } from '../privacy/noise-source.ts';
import { privateCountSteps } from '../privacy/private-counts.ts';
import { privacyStatement } from '../privacy/statement.ts';
import type { Seat } from '../serving/seat.ts';
import { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { PrivacyReporter } from './privacy-reporter.ts';
import type { PrivatePlan } from './private-plan.ts';

export interface ExportArgs {
  readonly plan: PrivatePlan;
  readonly what: ReleasedThing;
  readonly log: InteractionColumns;
  readonly itemFacts: ItemFacts;
  readonly noise: NoiseSource;
  /** Of where the training starts: it depends on nobody. */
  readonly start: Rng;
  /** ms since the epoch. */
  readonly at: number;
  readonly seat: Pick<Seat, 'home' | 'run'>;
  readonly onProgress: (progress: PrivacyProgress) => void;
}

export interface Made {
  readonly file: Uint8Array<ArrayBuffer> | null;
  readonly counts: Float64Array<ArrayBuffer> | null;
}

/**
 * Learns from the whole log with noise, and writes nothing else of it: no vectors of users, no losses, no figures, no
 * counts of people or events, no fingerprint of the log, and nothing of what goes well together.
 * @throws 'training/cancelled'; what the training throws
 */
export async function makePrivateExport(args: ExportArgs): Promise<Made> {
  const { plan, log, noise, start, seat, onProgress } = args;
  const pacer = new Pacer(seat.run);
  const reporter = new PrivacyReporter(seat.run.now, 1, onProgress);
  reporter.begin(0.1, 'preparing');
  const byUser = await buildCsrInTurns(log, pacer);
  reporter.begin(0.85, 'private', 1, 1);
  if (!plan.kind) {
    return { file: null, counts: await inTurns(privateCountSteps(byUser, plan.counts, noise), pacer) };
  }
  const { kind, config, claim } = plan;
  const training = {
    noiseMultiplier: claim.mechanism.noiseMultiplier,
    noise,
    sample: noise,
    start,
    onStep: reporter.counter(kind.stepCount(byUser, config)),
  };
  const model = await kind.train(byUser, config, training, seat.home, pacer);
  try {
    reporter.begin(0.05, 'writing');
    return { file: fileOf(args, model.save(false), claim), counts: null };
  } finally {
    model.release();
  }
}

function fileOf(
  { what, itemFacts, at }: ExportArgs,
  saved: SavedModel,
  claim: PrivacyClaim,
): Uint8Array<ArrayBuffer> {
  const privacy = { privacy: JSON.stringify(Object.fromEntries(privateStatement(claim))) };
  const fingerprint = fingerprintOf(itemFacts);
  if (what === 'items') {
    const { item_embeddings } = saved.tensors;
    return encodeSafetensors({
      metadata: { kind: 'items', model: saved.name, fingerprint, ...privacy },
      tensors: { item_embeddings: item_embeddings! },
    });
  }
  const { itemCount } = itemFacts;
  const facts: ModelFacts = {
    id: [saved.name, 'private', at.toString(36)].join('-'),
    name: saved.name,
    config: saved.config as ModelFacts['config'],
    home: 'reference',
    threads: 1,
    trainedAt: at,
    trainMs: 0,
    userCount: 0,
    itemCount,
    interactionCount: 0,
    losses: [],
    quality: null,
  };
  const checkpoint = encodeModel({
    facts,
    fingerprint,
    model: saved,
    popularity: lengthsOf(saved, itemCount),
    complements: { perItem: 0, items: new Int32Array(), scores: new Float32Array() },
  });
  const { tensors, metadata } = decodeSafetensors(checkpoint);
  return encodeSafetensors({ tensors, metadata: { ...metadata, ...privacy } });
}

/** How far each item's embedding reaches stands for how well known it is: the counts themselves are not private. */
function lengthsOf(saved: SavedModel, itemCount: number): Float32Array<ArrayBuffer> {
  const embeddings = saved.tensors['item_embeddings']!.values;
  const dim = embeddings.length / itemCount;
  return Float32Array.from({ length: itemCount }, (_, item) => {
    let square = 0;
    for (let i = 0; i < dim; i++) square += embeddings[item * dim + i]! ** 2;
    return SCALE * Math.sqrt(square);
  });
}

const SCALE = 100;

/** As it stands in the file and beside it: what is promised, then what is not. */
export const privateStatement = (claim: PrivacyClaim): PrivacyStatement => [
  ...privacyStatement(claim),
  [
    'Not covered',
    'the list of items, the settings, the power of ten of the number of users, and other releases of the same log: their epsilons add up',
  ],
];
