import { HomebodyError } from '../../domain/errors.ts';
import type { IalsConfig } from '../../domain/training.ts';
import type { FitSnapshot } from '../training/training-run.ts';
import { metadataJson, requireKind } from './model-checkpoint.ts';
import { requireTensor } from './require-tensor.ts';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

/** A training that was cut short, and enough to go on to the very result that it would have had. */
export interface TrainingCheckpoint {
  readonly config: IalsConfig;
  /** `fingerprintOfLog` of the interactions; others would lead elsewhere. */
  readonly logFingerprint: string;
  readonly snapshot: FitSnapshot;
  /** Time that was spent before, ms. */
  readonly trainMs: number;
}

export function encodeTraining(checkpoint: TrainingCheckpoint): Uint8Array<ArrayBuffer> {
  const { config, logFingerprint, snapshot, trainMs } = checkpoint;
  const { epoch, losses, userEmbeddings, itemEmbeddings } = snapshot;
  const { dim } = config;
  return encodeSafetensors({
    metadata: {
      kind: 'training',
      config: JSON.stringify(config),
      seed: String(config.seed),
      fingerprint: logFingerprint,
      progress: JSON.stringify({ epoch, losses, trainMs }),
    },
    tensors: {
      user_embeddings: { shape: [userEmbeddings.length / dim, dim], values: userEmbeddings },
      item_embeddings: { shape: [itemEmbeddings.length / dim, dim], values: itemEmbeddings },
    },
  });
}

/** @throws 'checkpoint/format', 'checkpoint/version' */
export function decodeTraining(bytes: Uint8Array<ArrayBuffer>): TrainingCheckpoint {
  const { tensors, metadata } = decodeSafetensors(bytes);
  requireKind(metadata, 'training');
  const config = metadataJson(metadata, 'config') as IalsConfig;
  const progress = metadataJson(metadata, 'progress') as Partial<Record<'epoch' | 'trainMs', number>> & {
    readonly losses?: readonly number[];
  };
  const { epoch, losses, trainMs } = progress;
  if (epoch === undefined || trainMs === undefined || losses?.length !== epoch) {
    throw new HomebodyError('checkpoint/format', 'The unfinished training does not say how far it came.');
  }
  return {
    config,
    logFingerprint: metadata['fingerprint'] ?? '',
    trainMs,
    snapshot: {
      epoch,
      losses,
      userEmbeddings: requireTensor(tensors, 'user_embeddings', 'F32', [null, config.dim]).values,
      itemEmbeddings: requireTensor(tensors, 'item_embeddings', 'F32', [null, config.dim]).values,
    },
  };
}
