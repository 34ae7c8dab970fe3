import type { ErrorCode } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { EngineStatus } from '../../domain/training.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { fingerprintOf } from '../checkpoint/fingerprint.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import type { TrainingHead } from '../checkpoint/training-checkpoint.ts';
import { readTrainingHead } from '../checkpoint/training-checkpoint.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { Popularity } from '../models/popularity.ts';
import type { DatasetSource } from './dataset-source.ts';
import type { ServingModel } from './serving-model.ts';
import { servingModel, servingModelOf } from './serving-model.ts';
import { unusableCheckpoint } from './unusable-checkpoint.ts';

export interface OpenedCatalogue {
  readonly facts: ItemFacts;
  readonly serving: ServingModel;
  readonly resumable: EngineStatus['resumable'];
  /** Why a stored model is not used. */
  readonly unusable: ErrorCode | null;
}

/**
 * The stored model, or popularity when there is none: what the vault has counted, else counted here from the
 * log. A stored model that cannot be used (damaged, of a newer version, of another state of the catalogue) does
 * not keep the shop shut: it is left where it is, popularity serves, and `unusable` says so. An unfinished
 * training that is damaged, or whose model was stored after all, is dropped.
 *
 * @param home asked for where there is a model: popularity needs none, and need not wait until one is open
 */
export async function openCatalogue(
  source: DatasetSource,
  catalogue: CatalogueId,
  home: () => Promise<KernelHome>,
): Promise<OpenedCatalogue> {
  // The model's bytes only: its buffers would be left behind if something else failed.
  const [facts, training, model] = await Promise.all([
    source.itemFacts(catalogue),
    usable(() => unfinished(source, catalogue)),
    usable(() => source.loadCheckpoint(catalogue, 'model')),
  ]);
  const stored = model.value
    ? await usable(() => storedModel(model.value!, facts, home))
    : { ...model, value: null };
  const leftover = isLeftover(training.value, stored.value);
  if (leftover || isDamage(training.code)) await dropTraining(source, catalogue);
  return {
    facts,
    serving: stored.value ?? (await popularityOnly(source, catalogue)),
    resumable: leftover ? null : progressOf(training.value),
    unusable: stored.code,
  };
}

/** @throws 'checkpoint/…' when it cannot be used. */
export async function storedModel(
  bytes: Uint8Array<ArrayBuffer>,
  facts: ItemFacts,
  home: () => Promise<KernelHome>,
): Promise<ServingModel> {
  const checkpoint = decodeModel(bytes, fingerprintOf(facts));
  return servingModelOf(checkpoint, await home());
}

export async function popularityOnly(source: DatasetSource, catalogue: CatalogueId): Promise<ServingModel> {
  const popularity = new Popularity();
  const counted = await source.popularity(catalogue);
  if (counted) popularity.settle(counted.likers, counted.userCount);
  else popularity.count(buildCsr(await source.interactions(catalogue)));
  return servingModel(popularity, null);
}

/** From the header alone: a training decodes and checks the rest when it goes on from it. */
async function unfinished(source: DatasetSource, catalogue: CatalogueId): Promise<TrainingHead | null> {
  const bytes = await source.loadCheckpoint(catalogue, 'training');
  return bytes && readTrainingHead(bytes);
}

function progressOf(training: TrainingHead | null): EngineStatus['resumable'] {
  return training && { epoch: training.epoch, epochs: training.epochs };
}

/**
 * True when a model as new as the training is stored: the page went away after the model was saved and before
 * its training was dropped. To go on would only make the same model again.
 */
function isLeftover(training: TrainingHead | null, stored: ServingModel | null): boolean {
  const trainedAt = stored?.trained?.facts.trainedAt ?? -Infinity;
  return training !== null && training.trainedAt <= trainedAt;
}

/** The value, or the code of why a checkpoint cannot be used; other errors are thrown on. */
async function usable<T>(
  load: () => Promise<T | null>,
): Promise<{ readonly value: T | null; readonly code: ErrorCode | null }> {
  try {
    return { value: await load(), code: null };
  } catch (error) {
    const code = unusableCheckpoint(error);
    if (code) return { value: null, code };
    throw error;
  }
}

/** No later code will read it, unlike what a newer version wrote. */
function isDamage(code: ErrorCode | null): boolean {
  return code === 'vault/damaged' || code === 'checkpoint/format';
}

/** A storage that will not write must not keep the shop shut; the leftover does no harm. */
async function dropTraining(source: DatasetSource, catalogue: CatalogueId): Promise<void> {
  await source.dropCheckpoint(catalogue, 'training').catch(() => null);
}
