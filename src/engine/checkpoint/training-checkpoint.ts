import { HomebodyError } from '../../domain/errors.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { FitSnapshot } from '../training/training-run.ts';
import { metadataJson, requireKind, seedText } from './model-checkpoint.ts';
import { requireTensor } from './require-tensor.ts';
import { decodeSafetensors, encodeSafetensors, readMetadata } from './safetensors.ts';

/** A training that was cut short, and enough to go on to the very result that it would have had. */
export interface TrainingCheckpoint {
  /** Its name. */
  readonly model: string;
  readonly config: ModelConfig;
  /** `fingerprintOfLog` of the interactions; others would lead elsewhere. */
  readonly logFingerprint: string;
  /**
   * The stamp that its model would have had (`ModelFacts.trainedAt`), ms since the epoch: a model with the same
   * or a later one makes it a leftover.
   */
  readonly trainedAt: number;
  readonly snapshot: FitSnapshot;
  /** Time that was spent before, ms. */
  readonly trainMs: number;
}

export function encodeTraining(checkpoint: TrainingCheckpoint): Uint8Array<ArrayBuffer> {
  const { model, config, logFingerprint, trainedAt, snapshot, trainMs } = checkpoint;
  const { epoch, losses, userEmbeddings, itemEmbeddings } = snapshot;
  const { dim } = config as { readonly dim: number };
  return encodeSafetensors({
    metadata: {
      kind: 'training',
      model,
      config: JSON.stringify(config),
      seed: seedText(config),
      fingerprint: logFingerprint,
      progress: JSON.stringify({ epoch, losses, trainMs, trainedAt }),
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
  const { config, epoch, losses, trainMs, trainedAt } = readProgress(metadata);
  const { dim } = config as { readonly dim: number };
  return {
    // Before there was a choice, there was one model.
    model: metadata['model'] ?? 'ials',
    config,
    logFingerprint: metadata['fingerprint'] ?? '',
    trainedAt,
    trainMs,
    snapshot: {
      epoch,
      losses,
      userEmbeddings: requireTensor(tensors, 'user_embeddings', 'F32', [null, dim]).values,
      itemEmbeddings: requireTensor(tensors, 'item_embeddings', 'F32', [null, dim]).values,
    },
  };
}

/** How far an unfinished training came, from its header alone; damage to its arrays is found by `decodeTraining`. */
export interface TrainingHead {
  readonly epoch: number;
  readonly epochs: number;
  readonly trainedAt: number;
}

/** @throws 'checkpoint/format', 'checkpoint/version' */
export function readTrainingHead(bytes: Uint8Array<ArrayBuffer>): TrainingHead {
  const metadata = readMetadata(bytes);
  requireKind(metadata, 'training');
  const { config, epoch, trainedAt } = readProgress(metadata);
  return { epoch, epochs: (config as { readonly epochs: number }).epochs, trainedAt };
}

interface Progress {
  readonly config: ModelConfig;
  readonly epoch: number;
  readonly losses: readonly number[];
  readonly trainMs: number;
  readonly trainedAt: number;
}

function readProgress(metadata: Readonly<Record<string, string>>): Progress {
  const config = metadataJson(metadata, 'config') as ModelConfig;
  // Without a stamp it counts as older than any model.
  const progress = metadataJson(metadata, 'progress') as Partial<Progress>;
  const { epoch, losses, trainMs, trainedAt = 0 } = progress;
  if (epoch === undefined || trainMs === undefined || losses?.length !== epoch) {
    throw new HomebodyError('checkpoint/format', 'The unfinished training does not say how far it came.');
  }
  return { config, epoch, losses, trainMs, trainedAt };
}
