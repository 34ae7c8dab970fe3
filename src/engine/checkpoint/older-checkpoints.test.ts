import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TrainProgress } from '../../domain/training.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { weightHistory } from '../explain/weighted-history.ts';
import { servingModelOf } from '../serving/serving-model.ts';
import { checkerboard } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { modelKind } from '../models/registry.ts';
import { trainModel } from '../training/train-model.ts';
import { decodeModel } from './model-checkpoint.ts';
import type { TrainingCheckpoint } from './training-checkpoint.ts';
import { decodeTraining, readTrainingHead } from './training-checkpoint.ts';

// Written by the version before there was a choice of models: iALS of width 4 on the checkerboard, three passes, and
// what it left after the second.
const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const MODEL = fixture('model-with-final-loss.safetensors');
const TRAINING = fixture('training-without-name.safetensors');
const CONFIG = { dim: 4, epochs: 3, regularisation: 0.1, seed: 2 };

const train = (
  resumeFrom: TrainingCheckpoint | null,
  onProgress: (progress: TrainProgress) => void = () => {},
) =>
  trainModel({
    home: createReferenceHome(),
    log: checkerboard().log,
    kind: modelKind('ials'),
    config: CONFIG,
    holdOutUsers: 0,
    trainedAt: 1.7e12,
    run: testRun(),
    resumeFrom,
    onProgress,
  });

test('a model that knows only its last loss has it as the one loss, and all other facts as they were', () => {
  const { facts } = decodeModel(MODEL, 'of the fixture');
  expect(facts).toEqual({
    id: 'ials-2-loyw3v28',
    name: 'ials',
    config: { ...CONFIG, regularisationExponent: 1, unobservedWeight: 0.1, initialStddev: 0.1, cgSteps: 3 },
    home: 'reference',
    threads: 1,
    trainedAt: 1.7e12,
    trainMs: 32.25,
    userCount: 40,
    itemCount: 24,
    interactionCount: 430,
    losses: [0.31262785490998],
    quality: {
      protocol: 'leave-one-out, full ranking, history filtered',
      heldOutUsers: 10,
      ndcgAt10: 0.6309297535714576,
      hitRateAt10: 1,
      popularityNdcgAt10: 0,
      popularityHitRateAt10: 0,
    },
  });
});

test('it serves: somebody of the even items gets even ones', async () => {
  const serving = await servingModelOf(decodeModel(MODEL), createReferenceHome());
  const history = weightHistory({ item: Int32Array.of(0, 2), kind: Uint8Array.of(1, 1) }, 24);
  const [best] = await serving.trained!.model.foldIn!(history).candidates(5, [
    { by: 'score', excluded: history.items },
  ]);
  expect(Array.from(best!, (item) => item % 2)).toEqual([0, 0, 0, 0, 0]);
  serving.release();
});

test('an unfinished training without a name is one of iALS', () => {
  expect(readTrainingHead(TRAINING)).toEqual({ epoch: 2, epochs: 3, trainedAt: 1.7e12 });
  expect(decodeTraining(TRAINING)).toMatchObject({ model: 'ials', config: CONFIG, snapshot: { epoch: 2 } });
});

test('and is gone on from to the very model that a whole training makes', async () => {
  const kept = decodeTraining(TRAINING);
  const epochs: number[] = [];
  const whole = await train(null);
  const rest = await train(kept, ({ phase, epoch }) => phase === 'training' && epochs.push(epoch));
  expect(epochs[0]).toBe(2);
  expect(rest.facts.losses).toEqual(whole.facts.losses);
  expect(rest.model.save(false)).toEqual(whole.model.save(false));
});
