import { HomebodyError } from '../../domain/errors.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { ModelFacts } from '../../domain/training.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { readFigures } from './told-figures.ts';

/**
 * The file of a run: its checkpoint, in whose metadata besides stand `run` (all of `LabRun`), `metrics` and
 * `data_fingerprint`. `config`, `seed` and the fingerprint of the catalogue are there already.
 */
export function encodeRunFile(run: LabRun, checkpoint: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { tensors, metadata } = decodeSafetensors(checkpoint);
  return encodeSafetensors({
    tensors,
    metadata: {
      ...metadata,
      seed: String(run.seed),
      metrics: JSON.stringify(run.metrics),
      data_fingerprint: run.dataFingerprint,
      run: JSON.stringify(run),
    },
  });
}

export interface ReadRunFile {
  readonly run: Omit<LabRun, 'id' | 'catalogue'>;
  /** The checkpoint to keep. */
  readonly model: Uint8Array<ArrayBuffer>;
}

export interface Here {
  /** `fingerprintOf` of the open catalogue. */
  readonly fingerprint: string;
  readonly itemCount: number;
  /** Of its log. */
  readonly dataFingerprint: string;
  /** ms since the epoch. */
  readonly now: number;
}

/**
 * A run from a file of ours, of the lab or of the command line. What it says of itself is believed as far as it has
 * the right form; its figures cannot be checked here.
 * @throws 'checkpoint/format' and '…/version' for what is no such file, is damaged or newer; 'checkpoint/mismatch' for
 * a model of another catalogue
 */
export function decodeRunFile(bytes: Uint8Array<ArrayBuffer>, here: Here): ReadRunFile {
  const { metadata } = decodeSafetensors(bytes);
  const { facts, fingerprint } = decodeModel(bytes);
  if (fingerprint !== here.fingerprint || facts.itemCount !== here.itemCount) {
    throw new HomebodyError(
      'checkpoint/mismatch',
      `This model was trained on another catalogue, of ${facts.itemCount} items; the open one has ${here.itemCount}.`,
      {
        remedy: 'Open the catalogue that it was trained on, then import it again.',
        detail: { expected: here.fingerprint, found: fingerprint, itemCount: facts.itemCount },
      },
    );
  }
  const told = readFigures(metadata['run']);
  const other = told.dataFingerprint !== here.dataFingerprint;
  return {
    run: {
      ...described(facts, bytes.length),
      ...told,
      origin: 'imported',
      at: here.now,
      splitFingerprint: '',
      warnings: [...told.warnings, ...(other ? (['other-log'] as const) : [])],
    },
    model: bytes,
  };
}

/** What the checkpoint itself says. */
function described(facts: ModelFacts, modelBytes: number) {
  const { seed } = facts.config;
  return {
    model: facts.name,
    config: facts.config,
    seed: typeof seed === 'number' ? seed : 0,
    losses: facts.losses,
    trainMs: facts.trainMs,
    modelBytes,
    home: facts.home,
    threads: facts.threads,
    userCount: facts.userCount,
    itemCount: facts.itemCount,
    interactionCount: facts.interactionCount,
  };
}
