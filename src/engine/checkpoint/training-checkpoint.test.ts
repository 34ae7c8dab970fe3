import { describe, expect, test } from 'vitest';
import { ialsConfig } from '../models/ials-config.ts';
import { encodeSafetensors } from './safetensors.ts';
import { decodeTraining, encodeTraining, readTrainingHead } from './training-checkpoint.ts';

const CHECKPOINT = {
  model: 'ials',
  config: { ...ialsConfig({ dim: 4, epochs: 9, seed: 2 }) },
  logFingerprint: '0123456789abcdef',
  trainedAt: 1.7e12,
  trainMs: 250,
  snapshot: {
    epoch: 2,
    losses: [0.5, 0.25],
    userEmbeddings: Float32Array.of(1, 2, 3, 4),
    itemEmbeddings: Float32Array.of(5, 6, 7, 8, 9, 10, 11, 12),
  },
};

describe('an unfinished training', () => {
  test('comes back whole from its bytes', () => {
    expect(decodeTraining(encodeTraining(CHECKPOINT))).toEqual(CHECKPOINT);
  });

  test('says how far it came from its header alone, before any array is looked at', () => {
    const bytes = encodeTraining(CHECKPOINT);
    bytes[bytes.length - 1]! ^= 1;
    expect(readTrainingHead(bytes)).toEqual({ epoch: 2, epochs: 9, trainedAt: 1.7e12 });
    expect(() => decodeTraining(bytes)).toThrow(expect.objectContaining({ code: 'checkpoint/format' }));
  });

  test('that carries no stamp is older than any model', () => {
    const progress = JSON.stringify({ epoch: 1, losses: [1], trainMs: 5 });
    const config = JSON.stringify(CHECKPOINT.config);
    const bytes = encodeSafetensors({ metadata: { kind: 'training', config, progress }, tensors: {} });
    expect(readTrainingHead(bytes).trainedAt).toBe(0);
  });

  test.each([
    { kind: 'model', progress: { epoch: 1, losses: [1], trainMs: 5 } },
    { kind: 'training', progress: { losses: [1], trainMs: 5 } },
    { kind: 'training', progress: { epoch: 2, losses: [1], trainMs: 5 } },
  ])("has no header of its own in $kind, $progress: 'checkpoint/format'", ({ kind, progress }) => {
    const metadata = { kind, config: JSON.stringify(CHECKPOINT.config), progress: JSON.stringify(progress) };
    expect(() => readTrainingHead(encodeSafetensors({ metadata, tensors: {} }))).toThrow(
      expect.objectContaining({ code: 'checkpoint/format' }),
    );
  });
});
