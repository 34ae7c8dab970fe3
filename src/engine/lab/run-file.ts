import { HomebodyError } from '../../domain/errors.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { ModelFacts } from '../../domain/training.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { readFigures } from './told-figures.ts';
import { readPrivacy } from './told-privacy.ts';

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
      seed: run.seed === null ? '' : String(run.seed),
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
 * @throws 'checkpoint/format' and '…/version' for what is no such file, is damaged or newer; 'lab/other-catalogue' for
 * a model of another catalogue
 */
export function decodeRunFile(bytes: Uint8Array<ArrayBuffer>, here: Here): ReadRunFile {
  const { metadata } = decodeSafetensors(bytes);
  const { facts, fingerprint } = decodeModel(bytes);
  if (fingerprint !== here.fingerprint || facts.itemCount !== here.itemCount) {
    throw new HomebodyError(
      'lab/other-catalogue',
      `This model was trained on another catalogue, of ${facts.itemCount} items; the open one has ${here.itemCount}.`,
      {
        remedy: 'Open the catalogue that it was trained on, then import it again.',
        detail: { expected: here.fingerprint, found: fingerprint, itemCount: facts.itemCount },
      },
    );
  }
  const { own, ...told } = readFigures(metadata['run']);
  const privacy = readPrivacy(metadata['privacy']);
  // Unknown is not another one: `cli train` writes no fingerprint of its log.
  const other = told.dataFingerprint !== '' && told.dataFingerprint !== here.dataFingerprint;
  return {
    run: {
      ...described(facts, bytes.length),
      ...told,
      ...own,
      ...(privacy ? { privacy } : {}),
      origin: 'imported',
      at: here.now,
      warnings: [...told.warnings, ...(other ? (['other-log'] as const) : [])],
    },
    model: bytes,
  };
}

/** Of a file that somebody chose, 'checkpoint/format' does not mean that anything stored is damaged. */
export function asImportError(error: unknown): unknown {
  if (!(error instanceof HomebodyError && error.code === 'checkpoint/format')) return error;
  return new HomebodyError(
    'lab/not-a-model',
    'This file is not a model that Homebody wrote, or it is damaged.',
    {
      remedy: 'Choose a file that the lab or the command line wrote.',
      detail: { ...error.detail, why: error.message },
      cause: error,
    },
  );
}

/** What the checkpoint itself says. */
function described(facts: ModelFacts, modelBytes: number) {
  const { seed } = facts.config;
  return {
    model: facts.name,
    config: facts.config,
    seed: typeof seed === 'number' ? seed : null,
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
